/** What the editor asks the server for. The key for forms is read anew each time: after a sign-in in another tab there is a new one. */
export function createRequests(form) {
  const send = (what, { headers = {}, ...options } = {}) =>
    fetch(`${form.dataset.at}/${what}`, {
      credentials: 'same-origin',
      ...options,
      headers: { Accept: 'application/json, text/html;q=0.5', 'X-Form-Key': form.elements._key.value, ...headers },
    })
  return {
    post: (what, body, options) => send(what, { method: 'POST', body, ...options }),
    get: (what) => send(what),
  }
}

/** Everything that the form would post. */
export function typedIn(form) {
  return new URLSearchParams(new FormData(form))
}

/** What was typed, without what the page itself needs: the same text means that nothing was changed. */
export function contentOf(form) {
  return new URLSearchParams([...new FormData(form)].filter(([name]) => isField(name))).toString()
}

function isField(name) {
  return !name.startsWith('_') && name !== 'revision'
}

/** Does something once, some time after it was last asked for. */
export function settle(milliseconds, work) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(work, milliseconds)
  }
}
