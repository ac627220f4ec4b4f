/**
 * Answers with somebody's data in them, and answers that have nothing of the kind, written by the hand that wrote the rules, before these were run on them.
 * At first look all 34 of the first list were told and all 50 of the second left alone; of the third, which tries to get by, 9 of 30, and the rules were
 * mended with it. In the posts, comments and reviews of the data the rules as they stand now have 39 findings, each of which was read: in 37 somebody can be
 * reached by it, and two tell of the first number that QQ gave out.
 */

/** Of each of these nobody may read in public. */
export const told: ReadonlyArray<string> = [
  "您的手机一三八一二三四五六七八已登记，稍后联系您。",
  "回电幺三八幺二三四五六七八，找小林。",
  "号码是一三八 一二三四 五六七八，对吗？",
  "手机：138一二三四5678",
  "壹叁捌壹贰叁肆伍陆柒捌，这是您留的电话吗？",
  "已拨打您的电话 一五九-零零零零-一二三四",
  "您的尾号没错，全号是一八六〇〇〇〇一二三四。",
  "tel13812345678 打不通",
  "vx13812345678 加不上您",
  "微信同号13812345678",
  "已加您微信号 tea_lover88",
  "您的微信：xiaohe2026，通过一下",
  "您的微信是xiaohe_1990吧？",
  "加您微信 lin-tea99 了",
  "他的微信号：wxid_abc123def",
  "已经加vx：guihua520，请通过",
  "您留的 vx guihua520 搜不到",
  "wx: tangtang1988 对吗",
  "WX号 tangtang1988",
  "wechat id: moon_cake88",
  "WeChat：mooncake88，谢谢",
  "薇信 abc123456 加一下",
  "v信：naicha666",
  "Weixin: naicha_666",
  "ＶＸ：ｇｕｉｈｕａ５２０",
  "您的QQ 123456789 已收到邮件",
  "QQ号：12345678",
  "qq：987654321 是您吗",
  "QQ号码是 23456789",
  "扣扣 123456789",
  "企鹅号：123456789",
  "QQ一二三四五六七八九",
  "您朋友的微信 sunny_day01 我们已回复",
  "本人微信号 linxiao99"
]

/** Nothing is wrong with any of these. */
export const ordinary: ReadonlyArray<string> = [
  "微信小程序搜索「星河茶饮」即可点单。",
  "微信支付立减 5 元，支付宝也可以。",
  "关注微信公众号 xinghetea 领券。",
  "公众微信号：xinghetea",
  "客服微信：xinghe_kf01",
  "我们的企业微信 xinghe_service1 在线时间 9:00 到 21:00。",
  "官方微信号 xinghe_tea 同步更新。",
  "微信 iPhone 版请升级到最新。",
  "微信 android14 上会闪退，已在修。",
  "微信8.0.50以上才支持。",
  "WeChat Pay and Alipay are both fine.",
  "wechat mini program 里也有。",
  "QQ音乐 100000 次播放达成！",
  "QQ糖 50000 份免费送。",
  "这款Q弹十足，QQ的。",
  "QQ群 123456789 欢迎加入。",
  "官方QQ：12345678",
  "客服QQ 800012345",
  "QQ飞车联名款 9 月 18 日开售。",
  "企鹅公仔 10000 个，送完即止。",
  "企鹅号同步更新。",
  "私信您的微信号给我们，不要写在评论里哦。",
  "请把QQ号私信给我们。",
  "加微信群领福利的都是骗子，请勿相信。",
  "微信扫一扫门店桌上的码。",
  "https://wx.qq.com/123456789 是微信网页版",
  "见 https://m.weibo.cn/status/4231263243755789 的说明。",
  "http://weibo.com/detail/4231263013682668",
  "@手机用户13797068544 已私信您。",
  "@王一三八一二三四五六七八 您好！",
  "快递单号 SF1381234567890 已发出。",
  "订单 TB13812345678 已退款。",
  "取件码 13812345678a 有误，请重发。",
  "一二三四五六七，七天七种口味。",
  "三三两两，一五一十，九九归一。",
  "二〇二六年九月十八日上午十点开售。",
  "一九四九年十月一日。",
  "第一三五七九周有活动，二四六八周休息。",
  "一共一百三十八万一千二百三十四人参加。",
  "圆周率三点一四一五九二六五三五八九七九三二三八四六",
  "零零七，一三一四，五二〇，都是暗号。",
  "价目：十五、十八、二十一、二十四元。",
  "VX-9 型号的杯盖已停产。",
  "wx 这两个字母不是暗号。",
  "vx是什么意思？我们只用私信哦。",
  "热线 400-820-8820，QQ空间也可以留言。",
  "今日 QQ 上有 20 人咨询。",
  "邮箱 service@xinghe.com",
  "版本 1.3.8.1234.5678",
  "库存 13812345678.00 元"
]

/** Written in ways by which people get around a filter. */
export const evading: ReadonlyArray<string> = [
  "加V：abc12345",
  "加v xiaohe88 了",
  "微 信 号 tea_88888",
  "微❤tea888888",
  "绿泡泡 tea88888 已加",
  "扣号 123456789",
  "WX：13812345678",
  "138.1234.5678",
  "138/1234/5678",
  "138—1234—5678",
  "138·1234·5678",
  "１３８－１２３４－５６７８",
  "0086 13812345678",
  "(+86)13812345678",
  "您的手机：138 12345678",
  "138-12345678",
  "一三八、一二三四、五六七八",
  "微信tea_88888",
  "我微信tea88888",
  "QQ邮箱 123456789@qq.com",
  "13812345678@139.com",
  "身份证 一一〇一〇五一九四九一二三一〇〇二X",
  "卡号 6200-0000-0000-0005",
  "QQ/微信同号：123456789",
  "微信/QQ：123456789",
  "加薇❤️xiaohe888"
]

/** What still gets by. */
export const passing: ReadonlyArray<string> = [
  "Q：123456789 发您了",
  "yi三八12345678",
  "您的V是 xiaohe_88",
  "微信↓ tea_88888"
]

/** Near to the ways of the list before, and in order. */
export const alike: ReadonlyArray<string> = [
  "IP 138.123.145.67 无法访问",
  "138.00 元",
  "2026.11.23 上新",
  "1380-1234 号店",
  "136/138/140 三个尺码",
  "V领卫衣 xiaohe88 系列",
  "加V认证账号",
  "维C 1000000 单位",
  "Q：几点关门？A：22:00",
  "Q1：123456789 是什么？",
  "微信tea杯已到店",
  "微信朋友圈 2026 上新",
  "QQ 2026 跨年",
  "扣子 123456 颗",
  "小河的V信箱已满",
  "中国移动10086",
  "wxpay2026 活动已结束",
  "加微信小程序抽奖",
  "Q弹 100000 杯"
]
