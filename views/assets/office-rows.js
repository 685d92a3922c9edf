/** The buttons of lists without a round trip: adds, removes and moves rows in the page, numbers them anew and keeps the focus. */
export function keepRows(form, changed) {
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="_do"]')
    const [verb, name] = button?.value.split(' ') ?? []
    const list = name && form.querySelector(`[data-rows="${verb === 'add' ? name : name.replace(/\.\d+$/, '')}"]`)
    if (!list) return
    event.preventDefault()
    if (verb === 'add') add(list)
    else if (verb === 'remove') remove(list, button.closest('.row'), changed)
    else move(list, button.closest('.row'), { verb, button })
    changed(list.dataset.rows)
  })
  form.addEventListener('input', ({ target }) => {
    const row = target.closest?.('.row')
    if (row && /\.(?:name|question|law|value)$/.test(target.name) && target.name.startsWith(row.dataset.row))
      nameRow(row)
  })
}

const rowsOf = (list) => [...list.querySelector('.row-list').children]

function add(list) {
  const rows = rowsOf(list)
  if (rows.length >= Number(list.dataset.most)) return
  list.querySelector('.row-list').append(list.querySelector('template').content.cloneNode(true))
  const row = rowsOf(list).at(-1)
  number(list)
  const mark = row.querySelector('input[type="hidden"][name$=".id"]')
  if (mark) mark.value = freeMark(list)
  row.querySelector('input:not([type="hidden"]), textarea, select')?.focus()
}

function freeMark(list) {
  const taken = [...list.querySelectorAll('input[type="hidden"][name$=".id"]')].map(({ value }) => value)
  const kind = list.dataset.rows.split('.').at(-1).replace(/s$/, '')
  let place = taken.length
  while (taken.includes(`${kind}-${place}`)) place += 1
  return `${kind}-${place}`
}

/** A row that goes can be had back. */
function remove(list, row, changed) {
  const place = rowsOf(list).indexOf(row)
  const title = row.querySelector('legend').textContent.trim().replace(/\s+/g, ' ')
  row.remove()
  number(list)
  list.querySelector('.undo')?.remove()
  const words = document.createElement('p')
  words.className = 'undo'
  words.setAttribute('role', 'status')
  const back = document.createElement('button')
  Object.assign(back, { type: 'button', className: 'plain', textContent: '撤销删除' })
  back.addEventListener('click', () => {
    const next = rowsOf(list)[place]
    if (next) next.before(row)
    else list.querySelector('.row-list').append(row)
    words.remove()
    number(list)
    row.querySelector('fieldset').focus()
    changed(list.dataset.rows)
  })
  words.append(`已删除${title}。`, back)
  list.querySelector('.row-list').after(words)
  back.focus()
}

function move(list, row, { verb, button }) {
  if (verb === 'up') row.previousElementSibling?.before(row)
  else row.nextElementSibling?.after(row)
  number(list)
  const still = button.disabled ? row.querySelector(`button[value^="${verb === 'up' ? 'down' : 'up'} "]`) : button
  still.focus()
}

/** Gives every row the names, ids and titles of its place. */
function number(list) {
  const rows = rowsOf(list)
  for (const [place, row] of rows.entries()) {
    const name = `${list.dataset.rows}.${place}`
    if (row.dataset.row !== name) rename(row, row.dataset.row, name)
    for (const title of row.querySelectorAll('[data-title]')) title.textContent = `${row.dataset.noun} ${place + 1}`
    row.querySelector('button[value^="up "]').disabled = place === 0
    row.querySelector('button[value^="down "]').disabled = place === rows.length - 1
  }
}

const named = ['name', 'data-field', 'data-row', 'data-preview']
const identified = ['id', 'for', 'aria-describedby']

function rename(row, old, name) {
  const [oldId, id] = [old, name].map((one) => `f-${one.replaceAll('.', '-')}`)
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const attribute of named) replaceHead(element, attribute, { old, name })
    for (const attribute of identified) replaceHead(element, attribute, { old: oldId, name: id })
    if (element.name === '_do') element.value = element.value.replace(` ${old}`, ` ${name}`)
  }
}

/** Of several ids each; a longer number that begins with the same digits is another row. */
function replaceHead(element, attribute, { old, name }) {
  const text = element.getAttribute(attribute)
  if (text === null) return
  const parts = text.split(' ').map((part) => {
    const rest = part.slice(old.length)
    return part.startsWith(old) && (rest === '' || /^[.-]/.test(rest)) ? name + rest : part
  })
  if (parts.join(' ') !== text) element.setAttribute(attribute, parts.join(' '))
}

function nameRow(row) {
  const keys = ['name', 'question', 'law', 'value']
  const texts = keys.map((key) => row.querySelector(`[name="${row.dataset.row}.${key}"]`)?.value)
  row.querySelector('.row-name').textContent = texts.find(Boolean) ?? ''
}
