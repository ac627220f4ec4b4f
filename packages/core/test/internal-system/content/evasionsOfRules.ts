// Ways round the rules that are no spelling alone: draws that avoid the word, claims that avoid the goods, words that are hinted at.
import type { Evasion } from "./evasions.ts"

/** What was reported as let through. */
export const developed: ReadonlyArray<Evasion> = [
  {
    kind: "draws",
    texts: [
      "转发抽大奖",
      "评论区捞3个人送奶茶",
      "评论区随机挑3位送新品",
      "转发随机选三位送礼盒",
      "评论区翻牌3位宝宝送同款",
      "转发中随机送出3份奶茶",
      "转发掉落3份奶茶",
      "揪仨人送奶茶",
      "转发菗奖送奶茶"
    ]
  },
  {
    kind: "banned words",
    texts: [
      "加w❤x",
      "➕薇：",
      "加㣲信",
      "加微（不是）信",
      "信微加我",
      "剁单",
      "加卫星领券",
      "s单日结",
      "🖌单日结",
      "带購"
    ]
  },
  {
    kind: "claims",
    texts: [
      "本店奶茶全国最佳",
      "我家奶茶就是全城最佳",
      "我们家奶茶国家级品质",
      "本品牌面膜效果最佳，欢迎下单",
      "旗下酒店服务最高级",
      "星河茶饮，全国最佳！",
      "全球最佳，只在星河",
      "这杯桂花乌龙，最佳！",
      "桂花乌龙，最高级的享受",
      "桂花乌龙——国家级水准",
      "N0.1奶茶",
      "奶茶销量第壹",
      "100 %鲜奶茶"
    ]
  }
]

/** Written before anything was mended, and looked at once, when it was done. */
export const heldOut: ReadonlyArray<Evasion> = [
  {
    kind: "draws",
    texts: [
      "评论区抓三位幸运儿，送一整箱茶",
      "转发这条，随机选5位宝子寄新茶",
      "从评论里挑两个人请喝奶茶",
      "转评赞里捞十个锦鲤，每人一套茶具",
      "转发随机掉落10个杯子",
      "评论区盲选2个粉丝送周边",
      "关注➕转发，摇3个号送礼盒",
      "转发捉一只锦鲤，免单一个月",
      "留言，周五抓阄送3份茶点",
      "评论区开盲盒，随机砸中5位送茶包",
      "转發菗3位送禮盒",
      "转发 chou 3 位送茶",
      "评论随缘送出五盒月饼",
      "转发里抠两个人送手办"
    ]
  },
  {
    kind: "banned words",
    texts: [
      "加徾信 tea88",
      "➕薇❤tea88",
      "加绿泡泡领券",
      "加v芯 tea88",
      "威❤信：tea88",
      "微[不]信同号",
      "信微 tea88加我",
      "S单日结300",
      "代够美妆，日本直邮",
      "购代找我，韩国直邮",
      "蒹职日结",
      "发嘌代开",
      "代🐶韩国面膜",
      "减淝神器"
    ]
  },
  {
    kind: "claims",
    texts: [
      "桂花乌龙，国家級水准的享受",
      "我们家的拿铁，全国最佳没有之一",
      "整个华东最佳的冷萃，就在这里",
      "亚洲最高级的抹茶，只此一家",
      "最.佳乌龙，买一送一",
      "zui佳口感",
      "这款面膜，业界公认最佳",
      "蕞佳奶茶",
      "全网第壹的乌龙茶",
      "Νо1的奶茶",
      "国旗同款红茶杯，限量发售",
      "本店拿铁堪称世界最佳"
    ]
  }
]
