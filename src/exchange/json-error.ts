/** Where a text stops being JSON; `undefined`: nowhere. */
export function findJsonError(text: string): number | undefined {
  if (complaintAbout(text) === undefined) return undefined
  // The engine does not always say where: the longest part from the beginning that could still become JSON ends there.
  let good = 0
  let bad = text.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (canBeginJson(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function canBeginJson(start: string): boolean {
  const complaint = complaintAbout(start)
  if (complaint === undefined || /end of JSON|Unterminated/.test(complaint)) return true
  const position = /position (\d+)/.exec(complaint)?.[1]
  return position !== undefined && Number(position) >= start.length
}

function complaintAbout(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return String(error)
  }
}
