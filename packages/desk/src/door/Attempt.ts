/**
 * What somebody shows at a door that lets nobody in, and that is worth a look: it may be an attack, or a colleague whose access has ended.
 *
 * @module
 */

/** What was shown, by its name, as the record says it. */
export const attempts = {
  "unknown-token": { zh: "有人用了不属于任何人的令牌。", en: "Somebody showed a token that is nobody's." },
  "expired-token": { zh: "有人用了已过期的令牌。", en: "Somebody showed a token that has expired." },
  "past-the-proxy": { zh: "有请求绕过了代理。", en: "A request came past the proxy." },
  "sign-in-refused": { zh: "有一次登录没有通过验证。", en: "A sign-in did not stand up to its check." },
  "unknown-person": { zh: "手册里没有的人尝试登录。", en: "Somebody signed in whom the handbook does not know." }
} as const

/** What was shown. */
export type Attempt = keyof typeof attempts
