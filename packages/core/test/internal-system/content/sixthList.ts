// Written when the fifth list had been mended with, by the same hand. At first look: draws 4 of 12, banned words 8 of 8, claims 5 of 6; ordinary posts
// 12 of 12 without an alarm.
import type { Evasion } from "./evasions.ts"

/** What has to be told. */
export const evasions: ReadonlyArray<Evasion> = [
  {
    kind: "draws",
    texts: [
      "开学季福利，关注并留言你的专业，抓取6位新生送双肩包",
      "想去看海吗？转发带上你的搭子，周五我们带一对走，食宿全包",
      "给这张图配句台词吧，脑洞最大的三位有奶茶喝",
      "评论区接歌词，接得住的随机奉上会员季卡",
      "圣诞老人来啦，写下愿望，平安夜悄悄满足五个人",
      "轉發這則貼文，下週公布三位幸運得主，好禮直送府上",
      "这盆多肉找新主人，留言排队，骰子说了算",
      "破十万粉啦，转评里闭眼选仨，手机壳安排",
      "关注店铺并晒出你的早餐，每天翻一位的牌子，早餐钱我们付",
      "转发送祝福的同时，也有机会拿走一台投影仪",
      "留下你的尺码，抽几双鞋送给大家",
      "按个爪印，明天这个时候看谁是幸运鹅"
    ]
  },
  {
    kind: "banned words",
    texts: [
      "➕V领优惠：abc12345",
      "薇❤️搜 tea_2026",
      "有问题加威x",
      "日韩贷购，无税直邮",
      "刷-单-返-现",
      "jianzhi小妹，日薪",
      "高仿jia 货，一眼真",
      "dai开发票"
    ]
  },
  {
    kind: "claims",
    texts: [
      "最正宗的重庆小面，只此一家",
      "我们家酸奶国家级品质",
      "全球顶尖的护肤精华",
      "本店烤鸭，堪称天下第一",
      "独家秘方，绝无仅有的卤味",
      "zui实惠的奶茶套餐"
    ]
  }
]

/** What gives nobody an alarm. */
export const ordinary: ReadonlyArray<string> = [
  "留言里有位客人问能不能自带杯，当然可以",
  "周末带孩子来店里，每人都有小饼干",
  "转发寻猫启事，捡到请联系主人，必有重谢",
  "大家点赞最多的口味是茉莉，明年继续",
  "关注节气，今天该吃饺子了",
  "抽了一上午时间把仓库理完了",
  "挑了几位老顾客的照片做成了明信片",
  "这座城市里最温柔的一盏灯",
  "第一百家店，谢谢每一位走进来的人",
  "独自旅行的第三天，收到朋友寄来的信",
  "客服电话今天占线，可以在评论里留言",
  "奖杯摆在店里，欢迎来合影"
]
