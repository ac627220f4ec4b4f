/**
 * Weibo over HTTP.
 *
 * @module
 */
export * as WeiboAnswer from "./WeiboAnswer.ts"
export * as WeiboApi from "./WeiboApi.ts"
export * as WeiboDate from "./WeiboDate.ts"
export * as WeiboEndpoint from "./WeiboEndpoint.ts"
export * as WeiboError from "./WeiboError.ts"
export * as WeiboErrorCode from "./WeiboErrorCode.ts"
export * as WeiboGrants from "./WeiboGrants.ts"
export * as WeiboHosts from "./WeiboHosts.ts"
export * as WeiboId from "./WeiboId.ts"
export * as WeiboJson from "./WeiboJson.ts"
export * as WeiboObjects from "./WeiboObjects.ts"
export * as WeiboPublisher from "./WeiboPublisher.ts"
export * as WeiboTransport from "./WeiboTransport.ts"
