/**
 * From which address a request has come, as far as the server knows that has taken it: what stands in a header, anybody could have written.
 *
 * @module
 */
const peers = new WeakMap<object, string>()

/** The server has taken it from there. */
export const remember = (request: object, address: string | undefined): void => {
  if (address !== undefined) peers.set(request, address)
}

/** The address; nothing where no server has said it. */
export const of = (request: object): string | undefined => peers.get(request)
