/** Turns each search box into a combobox that completes names while one types. Without it the form works as it is. */
for (const input of document.querySelectorAll('input[data-suggest]')) completeNames(input)

function completeNames(input) {
  const list = document.createElement('ul')
  list.className = 'suggestions'
  list.id = `${input.id}-suggestions`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', '可能要找的事项')
  list.hidden = true
  input.parentElement.append(list)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ]) {
    input.setAttribute(name, value)
  }
  let chosen = -1
  let timer
  let asked = 0

  const close = () => {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (index) => {
    const options = [...list.children]
    chosen = (index + options.length) % options.length
    options.forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === chosen))
    })
    input.setAttribute('aria-activedescendant', options[chosen].id)
  }
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((suggestion, at) => optionOf(suggestion, `${list.id}-${at}`)))
    if (suggestions.length === 0) return close()
    chosen = -1
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }
  const ask = async () => {
    const words = input.value.trim()
    asked += 1
    const turn = asked
    if (words === '') return close()
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(words)}`)
      if (answer.ok && turn === asked) show((await answer.json()).data)
    } catch {
      // No network: the form still searches.
      close()
    }
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 120)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown') mark(chosen + 1)
    else if (event.key === 'ArrowUp') mark(chosen < 0 ? list.children.length - 1 : chosen - 1)
    else if (event.key === 'Enter' && chosen >= 0) open(list.children[chosen], input.form)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', () => setTimeout(close, 150))
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('li')
    if (option) open(option, input.form)
  })
}

function optionOf({ text, code }, id) {
  const option = document.createElement('li')
  option.id = id
  option.textContent = text
  option.dataset.code = code
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  return option
}

/** Opens the item, on the day whose catalogue the page shows. */
function open(option, form) {
  const asOf = form?.elements.asOf?.value
  const query = asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''
  location.assign(`/items/${encodeURIComponent(option.dataset.code)}${query}`)
}
