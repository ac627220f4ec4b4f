/**
 * A program that uses all of a house and closes it: what is open then, it prints; and it ends only if nothing is.
 *
 * @module
 */
import { existsSync, readdirSync, readlinkSync } from "node:fs"
import { compose, open } from "./house.ts"

const linked = (fd: string): string => {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ""
  }
}

const house = await open(JSON.parse(process.argv[2] ?? '"memory"'))
house.work()
const following = house.events()
const reading = (async () => {
  for await (const _ of following);
})()
const abandoned = house.events()
void abandoned.next()
await compose(house)
await house.close()
await reading
// Whatever is still open of the store is there to see, where a system shows it.
const handles = existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").map(linked) : []
console.log(JSON.stringify(handles.filter((path) => path.includes("store.sqlite"))))
