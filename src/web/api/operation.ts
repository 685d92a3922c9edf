/** One query parameter or part of the path, in words for the documentation. */
export interface Parameter {
  name: string
  in: 'query' | 'path'
  required: boolean
  about: string
}
/** One operation of the API: the table behind the OpenAPI document and the page that documents it. */
export interface Operation {
  method: 'get' | 'post' | 'put'
  path: string
  about: string
  parameters: Parameter[]
  /** Media type of the answer. */
  answers: string
  /** Whether an item that is gone on the day is answered 410. */
  refusesGone: boolean
  example: string
  /** The component that the body is; absent: there is none. */
  body?: string
  /** The right that the token must have; absent: no token is needed. */
  needs?: string
  /** Whether `If-Match` must say which version was seen. */
  needsMatch?: true
  /** Status of the answer when it is not 200. */
  status?: 201
}

/** A part of the path. */
export const inPath = (about: string, name = 'code'): Parameter => ({ name, in: 'path', required: true, about })
/** A query parameter that may be left out. */
export const may = (name: string, about: string): Parameter => ({ name, in: 'query', required: false, about })
