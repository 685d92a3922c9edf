/**
 * Answers the due day in place: asks for the same page with the chosen day and takes its answer over,
 * so that the words come from one place. Without it the form loads the page anew.
 */
const section = document.querySelector('[data-due]')
const form = section?.querySelector('form')

form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('[data-due]')
    if (fresh === null) throw new Error('no answer in the page')
    takeOver(fresh)
    history.replaceState(null, '', address)
  } catch {
    form.submit()
  }
})
form?.elements.from.addEventListener('change', () => {
  if (form.elements.from.value !== '') form.requestSubmit()
})

function takeOver(fresh) {
  section.querySelector('[data-due-answer]').replaceChildren(...fresh.querySelector('[data-due-answer]').childNodes)
  section.querySelector('.error')?.remove()
  const error = fresh.querySelector('.error')
  const field = form.elements.from
  field.setAttribute('aria-invalid', String(error !== null))
  field.setAttribute('aria-describedby', error === null ? 'from-hint' : 'from-error')
  if (error !== null) form.append(error)
}
