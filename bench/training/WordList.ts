/**
 * What the model has to be better than: two lists of words, and what is more in a text.
 *
 * @module
 */
const negative =
  "难吃 不好吃 差 慢 凉 少 咸 油 硬 垃圾 恶心 失望 差评 退款 不满 投诉 坑 贵 烂 头发 虫 生气 难过 伤心 讨厌 烦 哭 累 痛 骗 怒 泪 糟 坏 不好 不行".split(
    " "
  )
const positive =
  "好吃 不错 快 赞 喜欢 满意 好评 推荐 谢谢 感谢 准时 给力 开心 高兴 爱 棒 美 漂亮 可爱 哈哈 加油 幸福 支持 舒服 值".split(
    " "
  )

/** Whether a text has more words of the one list than of the other; as many are no complaint. */
export const isNegative = (text: string): boolean => {
  const many = (words: ReadonlyArray<string>) => words.reduce((sum, word) => sum + (text.includes(word) ? 1 : 0), 0)
  return many(negative) > many(positive)
}
