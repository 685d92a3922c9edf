import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MermaidConfig } from 'mermaid'

/** Sans-serif types that Chinese readers have: macOS, Windows, Linux. All are one em wide for every ideograph. */
const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif'

const ink = '#1a1f24'
const accent = '#0f5c63'

/** Style rules on top of Mermaid's own: lines are no heavier than text, labels of ways stand on opaque ground. */
const themeCSS = [
  '.edgeLabel rect{opacity:1;}',
  '.cluster-label text{font-weight:600;}',
  `.cluster-label text,.cluster-label tspan{fill:${accent};}`,
  '.cluster rect{stroke-width:1px;rx:6px;ry:6px;}',
  '.node rect,.node path,.node polygon{stroke-width:1.25px;}',
  '.node polygon{fill:#ffffff;}',
  '.edge-thickness-normal{stroke-width:1.25px;}',
  '.edge-pattern-dotted{stroke-dasharray:4;}',
].join('')

/**
 * How Mermaid draws: text as SVG text, the same bytes every time, nothing that a source could change.
 *
 * `secure` lists what no directive may set; directives are refused before that.
 */
export const chartConfig: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: 'chart',
  handDrawnSeed: 1,
  suppressErrorRendering: true,
  layout: 'dagre',
  look: 'classic',
  fontFamily,
  fontSize: 16,
  maxTextSize: 60_000,
  maxEdges: 600,
  theme: 'base',
  themeCSS,
  themeVariables: {
    fontFamily,
    fontSize: '16px',
    background: '#ffffff',
    primaryColor: '#e9f2f2',
    primaryBorderColor: accent,
    primaryTextColor: ink,
    lineColor: '#4a545c',
    textColor: ink,
    clusterBkg: '#f7f8f6',
    clusterBorder: '#c5ccca',
    titleColor: ink,
    edgeLabelBackground: '#ffffff',
  },
  flowchart: {
    htmlLabels: false,
    useMaxWidth: true,
    // Twelve ideographs and a little: a width of whole ideographs would turn on a rounding error.
    wrappingWidth: 198,
    curve: 'rounded',
    nodeSpacing: 50,
    rankSpacing: 50,
    subGraphTitleMargin: { top: 6, bottom: 6 },
  },
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'suppressErrorRendering',
    'maxEdges',
    'htmlLabels',
    'fontFamily',
    'themeCSS',
    'theme',
    'themeVariables',
    'deterministicIds',
    'deterministicIDSeed',
    'layout',
    'look',
    'elk',
    'flowchart',
    'dompurifyConfig',
  ],
}

const manifest = createRequire(import.meta.url).resolve('mermaid/package.json')

/** Version of Mermaid that draws. */
export const mermaidVersion: string = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
