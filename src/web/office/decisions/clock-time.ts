/** The time of day of a moment with its offset, as in `10:32`. */
export function clockTimeOf(moment: string): string {
  return moment.slice(11, 16)
}
