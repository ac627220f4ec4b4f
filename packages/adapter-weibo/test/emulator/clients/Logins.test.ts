/** Login libraries that know Weibo: social-core and django-allauth, as Debian has them, go through OAuth2 with the emulator. */
import { execFile, spawnSync } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as house from "../../house.ts"

const python = "/usr/bin/python3"
const has = (library: string) => spawnSync(python, ["-c", `import ${library}`]).status === 0
const libraries = { social_core: has("social_core"), allauth: has("allauth") }
for (const [library, isThere] of Object.entries(libraries)) {
  if (!isThere) console.warn(`${library} is not installed for ${python}: its test is skipped`)
}

const redirect = "https://brand.example/back"
const app = { key: "1352222456", secret: "s3cret", redirect }

const answers = async () => {
  const emulator = await Emulator.startAsync({ ...house.options, app })
  try {
    const program = [join(import.meta.dirname, "logins.py"), emulator.url, app.key, app.secret, redirect]
    return JSON.parse((await promisify(execFile)(python, program)).stdout)
  } finally {
    await emulator.close()
  }
}

describe("A login library", () => {
  it.skipIf(!libraries.social_core)("learns who said yes, and whose the token is (social-core)", async () => {
    const { elsewhere, social_core } = await answers()
    assert.deepEqual(social_core, { uid: house.brand, name: house.brandName, owner: house.brand })
    assert.strictEqual(elsewhere, "redirect_uri_mismatch")
  })

  it.skipIf(!libraries.allauth)("learns who said yes, and where their page is (django-allauth)", async () => {
    const profile = `http://www.weibo.com/u/${house.brand}`
    assert.deepEqual((await answers()).allauth, { uid: house.brand, name: house.brandName, profile })
  })
})
