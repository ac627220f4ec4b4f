/**
 * Which addresses are out in the internet. A name is looked up when the connection is made, and the address that is connected to is the one that was
 * looked at: no name leads elsewhere in between.
 *
 * @module
 */
import { lookup } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import ipaddr from "ipaddr.js"

/** Whether an address, in digits, is one of the internet, and none of IANA's special-purpose registries, as ipaddr.js has them. */
export const isOutside = (address: string): boolean => {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(handedOut))
}

/** Of the newer addresses, what is handed out to the internet at all. */
const handedOut = ipaddr.parseCIDR("2000::/3")

/** Looks a name up, and refuses what is not of the internet. */
export const lookUp: LookupFunction = (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, "")
    const [first] = found
    if (first === undefined || !found.every(({ address }) => isOutside(address)))
      return done(new Error(`${name} is at an address that is not of the internet`), "")
    return options.all === true ? done(null, found) : done(null, first.address, first.family)
  })
