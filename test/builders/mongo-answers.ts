import { mongo } from 'mongoose'

const opMsg = 2013
const headerBytes = 16

/**
 * What a member of a replica set answers that has stopped being the primary in the middle of a transaction (MongoDB source, error_codes.yml and the
 * specification of transactions: the labels are those of the server).
 */
export function theAnswerOfALostPrimary(word: string): (request: Buffer) => Buffer {
  const labels = word === 'commitTransaction' ? ['RetryableWriteError'] : ['TransientTransactionError']
  return answerWith({
    ok: 0,
    errmsg: 'not primary',
    code: 10107,
    codeName: 'NotWritablePrimary',
    errorLabels: labels,
  })
}

/** An answer in the wire protocol to whatever was asked. */
function answerWith(document: object): (request: Buffer) => Buffer {
  const body = Buffer.from(mongo.BSON.serialize(document))
  return (request) => {
    const message = Buffer.alloc(headerBytes + 5 + body.length)
    const fields = [message.length, 0, request.readInt32LE(4), opMsg, 0]
    for (const [place, field] of fields.entries()) message.writeInt32LE(field, 4 * place)
    body.copy(message, headerBytes + 5)
    return message
  }
}
