/** What was typed and is not saved yet, kept in this browser: it is there after a crash, a lost connection or a session that ended. */
export function createLocalCopy(form) {
  const prefix = `banshi-draft:${form.dataset.account}:${form.dataset.draft}:`
  // Each time the page is opened it has a copy of its own, so that typing on does not write over what may still be wanted back.
  const own = `${prefix}${form.elements.revision.value}:${Date.now()}`
  forgetOld()
  return {
    /** @returns whether there was room for it. */
    keep() {
      const body = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== '_key')).toString()
      return write(own, JSON.stringify({ at: Date.now(), body }))
    },
    forget() {
      remove(own)
    },
    /** The newest copy that an earlier visit left; `undefined`: there is none. */
    findEarlier() {
      return keysWith(prefix)
        .filter((key) => key !== own)
        .flatMap((key) => readCopy(key))
        .sort((one, other) => other.at - one.at)[0]
    },
    forgetEarlier() {
      for (const key of keysWith(prefix)) if (key !== own) remove(key)
    },
  }
}

/** Copies that nobody has asked back for in a month. */
function forgetOld() {
  for (const key of keysWith('banshi-draft:')) {
    if (!(Number(key.split(':').at(-1)) > Date.now() - 30 * 86_400_000)) remove(key)
  }
}

/** A browser may forbid storage altogether. */
function keysWith(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

function readCopy(key) {
  try {
    const { at, body } = JSON.parse(localStorage.getItem(key))
    return typeof at === 'number' && typeof body === 'string' ? [{ at, body }] : []
  } catch {
    // Nobody can read it: it is nothing to offer.
    return []
  }
}

function write(key, text) {
  try {
    localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

function remove(key) {
  try {
    localStorage.removeItem(key)
  } catch {
    // What cannot be written was never there.
  }
}

/** Offers what an earlier visit left unsaved. Taking it back shows it in the form, unsaved; where somebody saved meanwhile, saving shows both. */
export function offerEarlier(form, local, contentNow) {
  const earlier = local.findEarlier()
  if (earlier === undefined) return
  const fields = [...new URLSearchParams(earlier.body)]
  const content = new URLSearchParams(fields.filter(([name]) => !name.startsWith('_') && name !== 'revision'))
  if (content.toString() === contentNow) return local.forgetEarlier()
  const box = document.getElementById('recovery')
  const words = document.createElement('p')
  words.textContent = `这台电脑上有 ${writeMoment(earlier.at)}没有保存成功的内容，与现在的草稿不同。`
  box.replaceChildren(
    words,
    button('恢复这些内容', () => showAgain(form, fields)),
    button('丢弃', () => {
      local.forgetEarlier()
      box.hidden = true
    }),
  )
  box.hidden = false
}

/** Sends the copy through the server, which shows it in a new page: rows and all. */
function showAgain(form, fields) {
  const again = document.createElement('form')
  again.method = 'post'
  again.action = form.action
  const kept = fields.filter(([name]) => name !== '_do')
  for (const [name, value] of [...kept, ['_key', form.elements._key.value], ['_do', 'show']]) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    again.append(input)
  }
  form.dispatchEvent(new Event('editor:leave'))
  document.body.append(again)
  again.submit()
}

function button(label, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'secondary'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

function writeMoment(at) {
  const moment = new Date(at)
  const time = moment.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
  return moment.toDateString() === new Date().toDateString()
    ? `今天 ${time} `
    : `${moment.getMonth() + 1}月${moment.getDate()}日 ${time} `
}
