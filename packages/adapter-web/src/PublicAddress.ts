/**
 * Which addresses of the network a program may be sent to by what somebody has written: those of the public internet. What is private (this machine, the company's
 * network, the metadata of a cloud) answers a stranger's page through us otherwise.
 *
 * Ranges: IANA's registries of special-purpose addresses for IPv4 and IPv6.
 *
 * @module
 */
import { lookup } from "node:dns"
import { BlockList, isIP, type LookupFunction } from "node:net"

const special = new BlockList()
for (const [net, bits] of [
  ...[
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12]
  ],
  ...[
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24]
  ],
  ...[
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4]
  ]
] as const)
  special.addSubnet(String(net), Number(bits), "ipv4")

/** Of IPv6 only what is routed in public, without what stands for an address of IPv4. */
const routed = new BlockList()
routed.addSubnet("2000::", 3, "ipv6")
const standsForOther = new BlockList()
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16]
] as const)
  standsForOther.addSubnet(net, bits, "ipv6")

/** Whether it is an address of the public internet. */
export const isPublic = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !special.check(address, "ipv4")
  return family === 6 && routed.check(address, "ipv6") && !standsForOther.check(address, "ipv6")
}

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
