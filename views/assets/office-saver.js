import { contentOf, settle, typedIn } from './office-requests.js'

/** How long after the last change it is saved, and how long an answer may take. */
const [WAIT, PATIENCE] = [2500, 20_000]
/** After how many milliseconds it is tried again when nobody answered. */
const RETRIES = [3000, 5000, 10_000, 20_000, 30_000]

/** Saves by itself what is typed, and always says in words how things stand. */
export function createSaver({ form, requests, local, showLines }) {
  const say = createStateLine(document.getElementById('save-state'))
  let saved = form.dataset.status === 'saved' ? contentOf(form) : undefined
  let current
  let unanswered
  let isStopped = false
  let unreadNow = []
  let tries = 0
  let retry
  const isChanged = () => contentOf(form) !== saved

  const saveSoon = settle(WAIT, () => save())
  const keepLocally = () => (local.keep() ? '内容已存在本机' : '本机也存不下，请不要关闭这一页')
  const tryAgain = (words) => {
    say('lost', `没有保存：${words}，${keepLocally()}`)
    clearTimeout(retry)
    retry = setTimeout(save, RETRIES[Math.min(tries, RETRIES.length - 1)])
    tries += 1
  }
  const stop = (words, ...more) => {
    isStopped = true
    say('stopped', `没有保存：${words}`, ...more)
    keepLocally()
  }

  /** One at a time. @returns whether everything is kept that was typed. */
  async function save() {
    clearTimeout(retry)
    current = Promise.resolve(current).then(() => (isStopped || !isChanged() ? undefined : send()))
    await current
    return !isStopped && !isChanged() && unreadNow.length === 0
  }

  /** What nobody answered may have been kept all the same: it goes again as it was, before anything newer, and counts once. */
  async function send() {
    unanswered ??= { body: typedIn(form), sent: contentOf(form), revision: form.elements.revision.value }
    const { body, sent, revision } = unanswered
    say('saving', '正在保存')
    try {
      const headers = { 'If-Match': `"${revision}"` }
      const answer = await requests.post('save', body, { headers, signal: AbortSignal.timeout(PATIENCE) })
      if (answer.status >= 500) return tryAgain('服务器暂时不能保存')
      unanswered = undefined
      if (answer.ok) accept(await answer.json(), sent)
      else await refuse(answer)
    } catch {
      tryAgain('连接中断')
    }
  }

  function accept({ revision, seen, savedAt, unread, cleaned, lines, general }, sent) {
    tries = 0
    saved = sent
    form.elements.revision.value = revision
    form.elements._seen.value = seen
    const isSame = contentOf(form) === sent
    if (isSame && putCleaned(form, cleaned)) saved = contentOf(form)
    showLines(lines, general)
    unreadNow = unread
    if (unread.length > 0) {
      local.keep()
      return say('unread', `已自动保存 ${savedAt}，有 ${unread.length} 处看不懂，没有保存：${unread.join('、')}`)
    }
    if (!isSame) return saveSoon()
    local.forget()
    say('saved', `已自动保存 ${savedAt}`)
  }

  async function refuse(answer) {
    const problem = await answer.json().catch(() => ({}))
    if (answer.status === 401) return waitForSignIn()
    if (answer.status === 403 && problem.type?.endsWith(':forged-request')) return waitForSignIn()
    if (answer.status === 412) return stop('别人先保存了这份草稿。', compareButton())
    if (answer.status === 403 || answer.status === 404)
      return stop('这份草稿已经提交，或者您不能再改。内容已存在本机。')
    if (answer.status === 429) return tryAgain('服务器暂时不能保存')
    keepLocally()
    say('lost', `没有保存：${problem.detail ?? '服务器没有接受。'}`)
  }

  /** The session has ended. Whoever signs in again in another tab can go on here. */
  async function waitForSignIn() {
    const standing = await requests.get('standing').then((answer) => (answer.ok ? answer.json() : undefined))
    if (standing === undefined) {
      say('signed-out', `没有保存：登录已过期，${keepLocally()}。`, signInLink(), '，登录后回到这里，会自动接着保存。')
      retry = setTimeout(save, RETRIES[0])
      return
    }
    if (standing.account !== form.dataset.account) return stop('现在登录的是另一个账号。内容已存在本机。')
    form.elements._key.value = standing.formKey
    retry = setTimeout(save, 0)
  }

  window.addEventListener('online', save)
  window.addEventListener('focus', save)
  window.addEventListener('pagehide', () => isChanged() && local.keep())
  return {
    save,
    isChanged,
    /** Saves because somebody asked for it: he is answered even when there was nothing to save. */
    async saveNow() {
      const wasChanged = isChanged()
      const isKept = await save()
      if (isKept && !wasChanged) say('saved', '没有新的改动，都已保存')
      return isKept
    },
    changed() {
      if (isStopped || !isChanged()) return
      say('changed', '有改动，还没有保存')
      saveSoon()
    },
  }
}

/** States that come and go while one types; they are shown, and not read out. */
const passing = ['changed', 'saving', 'saved']

function createStateLine(line) {
  return (kind, ...words) => {
    const isPassing = passing.includes(kind) && passing.includes(line.dataset.kind ?? 'saved')
    line.setAttribute('aria-live', isPassing ? 'off' : 'polite')
    line.dataset.kind = kind
    if (line.textContent !== words.map((word) => word.textContent ?? word).join('')) line.replaceChildren(...words)
  }
}

/** The form itself goes to the page that shows both versions. */
function compareButton() {
  const button = document.createElement('button')
  Object.assign(button, { type: 'submit', name: '_do', value: 'save', textContent: '比较两个版本' })
  return button
}

function signInLink() {
  const link = document.createElement('a')
  Object.assign(link, { href: '/office/sign-in', target: '_blank', rel: 'noopener', textContent: '请在新标签页登录' })
  return link
}

/** Puts texts as the server has cleaned them in the place of what was pasted. @returns whether there were any. */
function putCleaned(form, cleaned) {
  for (const [name, text] of Object.entries(cleaned)) {
    const field = form.elements[name]
    if (field === undefined || !('selectionEnd' in field)) continue
    const fromEnd = field.value.length - (field.selectionEnd ?? 0)
    field.value = text
    if (document.activeElement === field) field.setSelectionRange(text.length - fromEnd, text.length - fromEnd)
  }
  return Object.keys(cleaned).length > 0
}
