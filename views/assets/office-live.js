import { settle, typedIn } from './office-requests.js'

/**
 * Asks the server while one types: sends the form as it stands, a moment after the last change, and shows the answer. An earlier question is given up;
 * when none is answered, `stale` is marked as out of date.
 *
 * Answers what to call after a change.
 */
export function askWhileTyping(form, { address, quiet, stale, show }) {
  let asking
  return settle(quiet, async () => {
    asking?.abort()
    asking = new AbortController()
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { accept: 'application/json', 'X-Form-Key': form.elements._key.value },
        body: typedIn(form),
        signal: asking.signal,
      })
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      show(await answer.json())
      stale.removeAttribute('data-stale')
    } catch (error) {
      if (error.name !== 'AbortError') stale.setAttribute('data-stale', '')
    }
  })
}
