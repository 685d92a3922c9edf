import { askWhileTyping } from './office-live.js'

/**
 * Tells at once what a promise would make of the totals: sends the form and puts the server's numbers into the page.
 * Without it the button 试算 loads the page anew with the same numbers.
 */
const form = document.querySelector('[data-desk]')
const totals = document.querySelector('[data-desk-totals]')
const ask = form && askWhileTyping(form, { address: form.action, quiet: 300, stale: totals, show })

function show({ html, rows, violations }) {
  totals.innerHTML = html
  const faults = new Map(violations.map(({ pointer, message }) => [pointer.split('/').pop(), message]))
  for (const { code, isMet, words } of rows) {
    const row = form.querySelector(`tr[data-code="${code}"]`)
    if (row === null) continue
    const state = row.querySelector('[data-state]')
    state.textContent = words
    state.className = isMet ? 'met' : 'over'
    const fault = faults.get(code) ?? ''
    row.querySelector('.error').textContent = fault
    const field = row.querySelector('input')
    if (fault === '') field.removeAttribute('aria-invalid')
    else field.setAttribute('aria-invalid', 'true')
  }
}

form?.addEventListener('input', () => {
  ask()
})
form?.addEventListener('click', (event) => {
  const button = event.target.closest('button')
  const all = button?.value === 'longest'
  if (!all && button?.dataset.longest === undefined) return
  event.preventDefault()
  const chosen = all ? form.querySelectorAll('[data-longest]') : [button]
  for (const { dataset, parentElement } of chosen) parentElement.querySelector('input').value = dataset.longest
  ask()
})
