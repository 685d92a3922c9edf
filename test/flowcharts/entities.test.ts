import { describe, expect, it } from '@jest/globals'
import { decodeEntities } from '../../src/flowcharts/entities.ts'

describe('entities of labels', () => {
  it('become their signs, once', () => {
    expect(decodeEntities('&#34;一&quot;&#38;#34;&#128077;')).toBe('"一"&#34;👍')
  })

  it('stay when they are none', () => {
    expect(decodeEntities('&#9999999; &#; &amp; &x; 100%')).toBe('&#9999999; &#; &amp; &x; 100%')
  })
})
