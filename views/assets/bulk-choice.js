/**
 * Shows what can be done with the chosen items only while something is chosen, says how many they are, and adds a box that chooses all of the page.
 * Without it the bar is always there.
 */
const form = document.querySelector('[data-bulk]')
const bar = form?.querySelector('.bulk-bar')
const count = form?.querySelector('[data-bulk-count]')
const boxes = () => [...form.querySelectorAll('input[name="item"]')]

function show() {
  const chosen = boxes().filter((box) => box.checked).length
  bar.hidden = chosen === 0
  count.textContent = ` ${chosen} 个`
  all.checked = chosen > 0 && chosen === boxes().length
  all.indeterminate = chosen > 0 && chosen < boxes().length
}

const all = document.createElement('input')
all.type = 'checkbox'
all.setAttribute('aria-label', '选择本页全部事项')
if (form !== null) {
  const head = form.querySelector('th.choice')
  const label = document.createElement('label')
  label.className = 'tick'
  label.append(all)
  head.replaceChildren(label)
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked
  })
  form.addEventListener('change', show)
  addEventListener('pageshow', show)
  show()
}
