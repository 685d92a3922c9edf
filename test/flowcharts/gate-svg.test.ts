import { describe, expect, it } from '@jest/globals'
import { findForbidden } from '../../src/flowcharts/gate-svg.ts'

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`

describe('the gate over pictures', () => {
  it('lets shapes, words and their own references pass', () => {
    const inside =
      '<style>#a .b{fill:#fff;marker:url(#m)}</style><g id="a"><path d="M0,0" marker-end="url(#m)"></path><text>一 &lt; 二</text></g>'
    expect(findForbidden(svg(inside))).toEqual([])
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['foreign HTML', '<foreignObject><p>x</p></foreignObject>'],
    ['a link', '<a href="https://example.org">x</a>'],
    ['a picture', '<image href="https://example.org/a.png"/>'],
    ['a use', '<use href="#a"/>'],
    ['an animation', '<animate attributeName="x"/>'],
    ['an event', '<g onload="alert(1)"></g>'],
    ['an event in capitals', '<g ONLOAD="alert(1)"></g>'],
    ['an attribute without quotes', '<g onload=alert(1)></g>'],
    ['an attribute in single quotes', "<g id='a'></g>"],
    ['an address in an attribute', '<path fill="url(https://example.org/a.svg#b)"></path>'],
    ['a disguised address', '<path fill="url(&#104;ttps://example.org)"></path>'],
    ['a script address', '<g style="background:javascript:alert(1)"></g>'],
    ['an import in the style sheet', '<style>@import "https://example.org/a.css";</style>'],
    ['a type in the style sheet', '<style>@font-face{src:url(//example.org/a.woff)}</style>'],
    ['an address in the style sheet', '<style>.a{background:url("https://example.org/a.png")}</style>'],
    ['an escape in the style sheet', '<style>.a{background:u\\72l(//example.org)}</style>'],
    ['a comment', '<!-- x -->'],
    ['a declaration', '<!DOCTYPE svg>'],
    ['an instruction', '<?xml-stylesheet href="a.css"?>'],
    ['unknown entities', '<text>&evil;</text>'],
    ['a tag that is not closed', '<g>'],
    ['a tag closed for another', '<g><text></g></text>'],
  ])('stops %s', (_, inside) => {
    expect(findForbidden(svg(inside))).not.toEqual([])
  })

  it('stops what is no picture', () => {
    expect(findForbidden('')).not.toEqual([])
    expect(findForbidden(`${svg('')}<p>x</p>`)).not.toEqual([])
    expect(findForbidden(`${svg('')}words`)).not.toEqual([])
  })
})
