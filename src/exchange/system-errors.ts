const sentences: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '这是文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EEXIST: '同名的文件已经存在',
  ELOOP: '链接绕成了圈',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '路径太长',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘只读',
}

/** What the operating system said of a file, in Chinese without the full stop. */
export function describeSystemError(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return sentences[code] ?? (code || String(error))
}

/** Whether the operating system refused something, rather than a mistake of ours. */
export function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error
}
