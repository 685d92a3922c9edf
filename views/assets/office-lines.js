const words = { error: ['✕', '错误'], warning: ['▲', '提醒'], hint: ['○', '建议'] }

/** Puts what is wrong beside the fields, takes away what no longer is, and counts errors in the list of sections. */
export function createLines(form) {
  return (lines, general) => {
    for (const place of form.querySelectorAll('[data-field], [data-row]')) {
      const name = place.dataset.field ?? place.dataset.row
      // A row that is one text is a field itself.
      if (place.dataset.row && place.querySelector(`[data-field="${name}"]`)) continue
      put(place.dataset.row ? place.firstElementChild : place, name, lines[name] ?? [])
    }
    const whole = document.getElementById('general-lines')
    whole.replaceChildren(...general.map(lineOf))
    whole.hidden = general.length === 0
    for (const section of form.querySelectorAll('.form-section')) count(section)
  }
}

function put(place, name, lines) {
  const list = place.querySelector(':scope > .field-lines')
  const said = JSON.stringify(lines)
  if (list === null ? lines.length === 0 : list.dataset.said === said) return
  list?.remove()
  const id = `f-${name.replaceAll('.', '-')}`
  if (lines.length > 0) {
    const made = document.createElement('ul')
    made.className = 'field-lines'
    made.id = `${id}-lines`
    made.dataset.said = said
    made.append(...lines.map(lineOf))
    const heads = place.querySelectorAll(':scope > .hint, :scope > label, :scope > legend')
    heads[heads.length - 1].after(made)
    if (lines.some(({ severity }) => severity === 'error')) place.closest('details')?.setAttribute('open', '')
  }
  describe(document.getElementById(id), id, lines)
}

function describe(control, id, lines) {
  if (control === null) return
  const ids = [`${id}-hint`, `${id}-lines`].filter((one) => document.getElementById(one) !== null)
  if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '))
  else control.removeAttribute('aria-describedby')
  if (!control.matches('input, select, textarea')) return
  if (lines.some(({ severity }) => severity === 'error')) control.setAttribute('aria-invalid', 'true')
  else control.removeAttribute('aria-invalid')
}

function lineOf({ severity, message, basis }) {
  const [mark, word] = words[severity]
  const line = document.createElement('li')
  line.className = `line-${severity}`
  const head = document.createElement('b')
  const sign = document.createElement('span')
  sign.setAttribute('aria-hidden', 'true')
  sign.textContent = mark
  head.append(sign, ` ${word}`)
  line.append(head, ` ${message}`)
  if (basis) {
    const source = document.createElement('span')
    source.className = 'hint'
    source.textContent = basis
    line.append(source)
  }
  return line
}

function count(section) {
  const errors = section.querySelectorAll('.line-error').length
  const place = document.querySelector(`[data-section="${section.id.slice(2)}"]`)
  if (place !== null) place.textContent = errors === 0 ? '' : `${errors} 处错误`
}
