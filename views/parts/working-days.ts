const oneDecimal = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1, useGrouping: false })

/** Working days as a figure for readers, to one decimal; the exact sum is in the open interface. */
export function writeWorkingDays(days: number): string {
  return oneDecimal.format(days)
}
