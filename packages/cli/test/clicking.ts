/**
 * A newcomer at the desk of a house that was started: writes a post by the API, and approves it as a click in a browser does.
 *
 * @module
 */

/** The lines that the program prints, until one matches: what the pattern's group has found. */
export const printed = (
  said: { readonly out: string; readonly error: string },
  pattern: RegExp,
  ended: Promise<unknown>
) =>
  new Promise<string>((resolve, reject) => {
    const look = setInterval(() => {
      const [, found] = pattern.exec(said.out) ?? []
      if (found === undefined) return
      clearInterval(look)
      resolve(found)
    }, 20)
    void ended.then(() => {
      clearInterval(look)
      reject(new Error(said.out + said.error))
    })
  })

/** Takes a step as a program does. */
export const step = async (desk: string, person: string, what: string, input: object) => {
  const answer = await fetch(`${desk}as/${person}/api/cases/Post/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": `${what} ${person}` },
    body: JSON.stringify({ input })
  })
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`)
}

/** Opens the form of a step that is on somebody's desk, and sends it as a browser does. */
export const click = async (desk: string, person: string, name: string) => {
  const page = await (await fetch(`${desk}as/${person}/zh`)).text()
  const [, path] = new RegExp(`href="(/[^"]*/${name})"`).exec(page) ?? []
  if (path === undefined) throw new Error(`${name} is not on the desk of ${person}`)
  const address = new URL(path, desk)
  const opened = await (await fetch(address)).text()
  const form = /<form class="step"[\s\S]*?<\/form>/.exec(opened)?.[0] ?? opened
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const body = new URLSearchParams(fields.map(([, field = "", value = ""]) => [field, value]))
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: address.origin }
  const answer = await fetch(address, { method: "POST", headers, body, redirect: "manual" })
  if (answer.status !== 303) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
}

/** Lin writes a post with a link to the host, zhou approves it by click, and lin puts it into a slot that comes soon. */
export const publish = async (desk: string, account: string, host: string, id = "first") => {
  const text = `中秋礼盒来了 ${id} https://${host}/moon `
  const slot = new Date(Date.now() + 3_000).toISOString()
  await step(desk, "lin", `${id}/Compose`, { account, content: { text, pictures: [] }, slot })
  await step(desk, "lin", `${id}/Submit`, {})
  await click(desk, "zhou", "Approve")
  await step(desk, "lin", `${id}/Schedule`, { slot })
  return text
}

/** What is out on the emulator, as soon as it is that many. */
export const out = async (weibo: string, many: number): Promise<ReadonlyArray<{ readonly sent: string }>> => {
  while (true) {
    const posts = await (await fetch(`${weibo}/emulator/posts`)).json()
    if (posts.length >= many) return posts
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
