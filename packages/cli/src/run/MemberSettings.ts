/**
 * What is wrong with the places that settings name for the company's members and for invitations, and which of them are missing.
 *
 * @module
 */
import {
  HubSpotAddresses,
  HubSpotMemberList,
  HubSpotMembers,
  RequestTrackerAddresses,
  RequestTrackerMemberList,
  RequestTrackerMembers
} from "@dualops/adapter-crm"
import { MailMessenger } from "@dualops/adapter-notify/mail"
import type { Handbook } from "@dualops/core/handbook"
import type { Carrier } from "@dualops/core/operations"
import { InvitationCampaign, MembersSection, WinBack, WinBackSection } from "@dualops/core/practices"
import { Layer, Result } from "effect"
import * as Crm from "./Crm.ts"
import * as JsonVariable from "./JsonVariable.ts"
import type { Settings } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

/** What is wrong with what is named; never what stands in a variable. */
export const wrong = ({ invitations, members }: Settings, environment: NodeJS.Dict<string>): ReadonlyArray<Wrong> => {
  const read = (name: string) => environment[name] ?? ""
  return [
    ...Crm.wrong("members", members, environment),
    ...(invitations === undefined || Result.isSuccess(mailboxOf(invitations, read))
      ? []
      : [JsonVariable.wrong("invitations.mail", invitations.mail, "mail", "@dualops/adapter-notify")]),
    ...(invitations === undefined || isAddress(invitations.optOut.at) ? [] : [words.noAddress])
  ]
}

/** What the handbook counts on and nobody here would carry. */
export const lacking = (
  handbook: Handbook.Handbook,
  { invitations, members }: Settings,
  own: ReadonlyArray<Carrier.AnyCarrier<never>>
): ReadonlyArray<Wrong> => {
  const isCarried = (name: string) => own.some(({ kind }) => kind.name === name)
  const isWanted =
    (MembersSection.find(handbook) !== undefined && !isCarried(InvitationCampaign.invitePage.name)) ||
    (WinBackSection.find(handbook) !== undefined && !isCarried(WinBack.writePage.name))
  if (!isWanted) return []
  return [
    ...(members === undefined ? [words.noMembers] : []),
    ...(invitations === undefined ? [words.noInvitations] : [])
  ]
}

type Invitations = NonNullable<Settings["invitations"]>

/** Who the members are in the system that the settings name, and where they are reached. */
export const membersOf = (named: NonNullable<Settings["members"]>, secret: (variable: string) => string) =>
  Crm.make(named, secret, {
    hubspot: (one) => ({
      layer: Layer.merge(HubSpotMembers.layer(one), HubSpotMemberList.layer(one)),
      addresses: HubSpotAddresses.make(one)
    }),
    requestTracker: (one) => ({
      layer: Layer.merge(RequestTrackerMembers.layer(one), RequestTrackerMemberList.layer(one)),
      addresses: RequestTrackerAddresses.make(one)
    })
  })

/** The mailbox that the settings name. */
export const mailboxOf = ({ mail }: Invitations, secret: (variable: string) => string) =>
  JsonVariable.decode(MailMessenger.Settings, secret(mail))

/** Mail programs opt out by `https` alone (RFC 8058); for a trial, this machine will do. */
const isAddress = (at: string): boolean => {
  if (!URL.canParse(at)) return false
  const { hash, hostname, protocol } = new URL(at)
  return hash === "" && (protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1"))
}

const words = {
  noAddress: {
    path: "invitations.optOut.at",
    message: { zh: "退订页面的地址要以 https 开头。", en: "Members opt out at an address by https, and this is none." },
    fix: { zh: "写成 https://brand.example/out。", en: "Write it as https://brand.example/out." }
  },
  noMembers: {
    path: "members",
    message: {
      zh: "手册要邀请会员或召回粉丝，这里没有写明会员在哪个系统。",
      en: "The handbook invites members or wins fans back, and no system of members is named."
    },
    fix: {
      zh: '写 { requestTracker: "RT" } 或 { hubspot: "HUBSPOT" }，或自备 carrier，或从手册中删去。',
      en: 'Write { requestTracker: "RT" } or { hubspot: "HUBSPOT" }, bring carriers of your own, or leave it out of the handbook.'
    }
  },
  noInvitations: {
    path: "invitations",
    message: {
      zh: "手册要邀请会员或召回粉丝，这里没有写明从哪个邮箱发出、在哪里退订。",
      en: "The handbook invites members or wins fans back, and neither a mailbox nor a page to opt out is named."
    },
    fix: {
      zh: '写 { mail: "MAIL", optOut: { secret: "OPT_OUT", at: "https://brand.example/out", port: 8402 } }。',
      en: 'Write { mail: "MAIL", optOut: { secret: "OPT_OUT", at: "https://brand.example/out", port: 8402 } }.'
    }
  }
} satisfies Record<string, Wrong>
