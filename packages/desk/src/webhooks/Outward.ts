/**
 * Which addresses are out in the internet. A name is looked up when the connection is made, and the address that is connected to is the one that was
 * looked at: no name leads elsewhere in between.
 *
 * @module
 */
import { lookup } from "node:dns"
import { BlockList, isIP, type LookupFunction } from "node:net"

/** Networks that the internet does not know, or that are this machine: IANA's special-purpose registries (RFC 6890). */
const inside = new BlockList()
for (const [address, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4]
] as const)
  inside.addSubnet(address, prefix, "ipv4")

/** Of the newer addresses, what is handed out to the internet at all, and in it what is for examples or leads to an older one. */
const outside = new BlockList()
outside.addSubnet("2000::", 3, "ipv6")
for (const [address, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20]
] as const)
  inside.addSubnet(address, prefix, "ipv6")

/** Whether an address, in digits, is one of the internet. */
export const isOutside = (address: string): boolean => {
  const kind = isIP(address)
  if (kind === 4) return !inside.check(address, "ipv4")
  return kind === 6 && outside.check(address, "ipv6") && !inside.check(address, "ipv6")
}

/** Looks a name up, and refuses what is not of the internet. */
export const lookUp: LookupFunction = (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, "")
    const [first] = found
    if (first === undefined || !found.every(({ address }) => isOutside(address)))
      return done(new Error(`${name} is at an address that is not of the internet`), "")
    return options.all === true ? done(null, found) : done(null, first.address, first.family)
  })
