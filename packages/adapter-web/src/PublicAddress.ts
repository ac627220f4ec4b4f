/**
 * Which addresses of the network a program may be sent to by what somebody has written: those of the public internet. What is private (this machine, the company's
 * network, the metadata of a cloud) answers a stranger's page through us otherwise.
 *
 * Ranges: IANA's registries of special-purpose addresses, as ipaddr.js has them.
 *
 * @module
 */
import { lookup } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import ipaddr from "ipaddr.js"

/** Whether it is an address of the public internet. Of IPv6, only what is handed out to the internet at all, without what stands for an address of IPv4. */
export const isPublic = (address: string): boolean => {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(handedOut))
}

const handedOut = ipaddr.parseCIDR("2000::/3")

/** The host of a URL as an address, where it is one and no name. */
export const literalOf = ({ hostname }: URL): string | undefined => {
  const bare = hostname.replace(/^\[|\]$/g, "")
  return isIP(bare) === 0 ? undefined : bare
}

/** Finds the address of a name, and none that is not public: asked where the connection is made, so that a second answer cannot be another. */
export const lookupPublic: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error !== null || first === undefined) return answer(error ?? new Error(`${name} has no address`), "")
    const inner = found.find(({ address }) => !isPublic(address))
    if (inner !== undefined) return answer(new Error(`${name} is no public address`), "")
    return options.all === true ? answer(null, found) : answer(null, first.address, first.family)
  })
}
