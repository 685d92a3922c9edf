import type { ErrorCode } from 'yaml'

/** What the parser found, in Chinese: what is wrong and how to mend it. */
const sentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: '引用（*）前不能再加标记。',
  BAD_ALIAS: '引用（*）写得不对。',
  BAD_COLLECTION_TYPE: '标记与内容不符。',
  BAD_DIRECTIVE: '“%”开头的指令不对，请删去。',
  BAD_DQ_ESCAPE: '双引号中有不认识的转义，反斜杠本身要写成“\\\\”。',
  BAD_INDENT: '缩进不对（同一级的内容要左对齐），或者括号没有成对。',
  BAD_PROP_ORDER: '标记的位置不对。',
  BAD_SCALAR_START: '文字不能以这个符号开头，请用引号括起来。',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了两个“字段: 值”，请分行写或加引号。',
  BLOCK_IN_FLOW: '方括号、花括号里不能换成缩进写法。',
  DUPLICATE_KEY: '同一个字段写了两次，请删去一个。',
  KEY_OVER_1024_CHARS: '字段名太长。',
  MISSING_CHAR: '缺少符号，可能是冒号后少了空格、引号或括号没有成对。',
  MULTILINE_IMPLICIT_KEY: '字段名不能跨行，可能少了冒号。',
  MULTIPLE_ANCHORS: '一处有两个锚点（&）。',
  MULTIPLE_DOCS: '一个文件只能有一份文档，请删去“---”后的内容。',
  MULTIPLE_TAGS: '一处有两个标记（!）。',
  NON_STRING_KEY: '字段名应为文字。',
  RESOURCE_EXHAUSTION: '内容层次太多。',
  TAB_AS_INDENT: '有制表符（Tab），请改用空格。',
  TAG_RESOLVE_FAILED: '不支持“!”标记，请删去。',
  UNEXPECTED_TOKEN: '这里有多余的内容。',
}

/** A sentence in Chinese for an error of the YAML parser. */
export function describeYamlError(code: ErrorCode): string {
  return sentences[code] ?? '这里看不懂。'
}
