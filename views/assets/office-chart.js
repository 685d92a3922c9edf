import { settle } from './office-requests.js'

/** Draws the flowchart of what is typed, its steps in words beside it, and offers lanes and steps by the names they have now. */
export function keepChart(form, requests) {
  const chart = document.getElementById('draft-chart')
  const state = document.getElementById('chart-state')
  let asked = 0
  const draw = async () => {
    const turn = ++asked
    state.textContent = '正在画图'
    try {
      const answer = await requests.post('chart', typedProcedure(form))
      if (turn !== asked) return
      if (answer.ok) show(await answer.json())
      else state.textContent = '流程图暂时画不出来，保存和登录恢复以后会重新画。'
    } catch {
      if (turn === asked) state.textContent = '连接中断，流程图暂时画不出来。'
    }
  }
  const show = ({ svg, fault, steps }) => {
    state.textContent = fault ?? ''
    chart.classList.toggle('chart-old', fault !== null)
    if (svg === null) return
    const picture = document.createElement('img')
    picture.alt = '流程图，内容与文字步骤相同'
    picture.addEventListener('load', () => sizePicture(picture))
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
    document.getElementById('chart-picture').replaceChildren(picture)
    const words = document.getElementById('chart-steps')
    words.hidden = steps === ''
    // Written by the server out of what it has read, and escaped there.
    words.lastElementChild.innerHTML = steps
  }
  const drawSoon = settle(900, draw)
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    watch.disconnect()
    draw()
  })
  watch.observe(chart)
  return (name) => {
    if (!name.startsWith('procedure.') && name !== 'mermaid') return
    offerRows(form)
    drawSoon()
  }
}

/** Smaller than it was drawn, as long as its words can be read; what is wider than the page scrolls. */
function sizePicture(picture) {
  const room = document.getElementById('chart-picture').clientWidth
  picture.width = Math.min(picture.naturalWidth, Math.max(room, Math.round(picture.naturalWidth * 0.65)))
}

function typedProcedure(form) {
  const fields = [...new FormData(form)].filter(([name]) => name.startsWith('procedure.') || name === 'mermaid')
  return new URLSearchParams(fields)
}

/** Selects that refer to lanes and steps follow their names; a choice that is gone is said to be gone. */
function offerRows(form) {
  for (const from of ['lanes', 'steps']) {
    const rows = [...form.querySelector(`[data-rows="procedure.${from}"] .row-list`).children].map((row, place) => [
      row.querySelector('input[type="hidden"][name$=".id"]').value,
      row.querySelector('input[name$=".name"]').value || `第 ${place + 1} 项`,
    ])
    for (const select of form.querySelectorAll(`select[data-from="${from}"]`)) offer(select, rows)
  }
}

function offer(select, rows) {
  const chosen = select.value
  const gone = chosen !== '' && !rows.some(([mark]) => mark === chosen) ? [[chosen, `${chosen}（没有这一项）`]] : []
  const wanted = [...gone, ...rows]
  const [blank, ...others] = select.options
  const is = others.map(({ value, text }) => `${value} ${text}`).join('\n')
  if (is === wanted.map(([value, text]) => `${value} ${text}`).join('\n')) return
  select.replaceChildren(blank, ...wanted.map(([value, text]) => new Option(text, value, false, value === chosen)))
}
