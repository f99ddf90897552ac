"""Chinese: no blanks between words, foreign names by sound, the dot between the parts of a person's name.

A segmenter does not help: the names that matter here are foreign ones, which its dictionary lacks.
"""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.text.languages.cjk import DOTS, unspaced
from course_reader.text.languages.language import Language, touching_after, touching_before, words

#: characters that write foreign sounds, and seldom end or begin an ordinary word
_SOUNDS = (
    "阿埃奥奧迪尔爾菲弗戈赫卡科拉莱萊劳勞勒雷卢盧鲁魯洛玛瑪麦麥曼梅姆纳納奈尼涅努诺諾帕茨恰萨薩"
    "瑟沙舍什斯索韦韋沃乌烏谢謝雅伊扎泽澤兹茲佐娜妮娃莎"
)
_OTHER_PLACE = "新|[^东東西南北]?(?:赤道|民主|下|上)|(?:^|[^以之的往向从從在])(?:南|北|东|東|西)"
_BODY = (
    "(?:国立|國立|州立|市立|理工|师范|師範|医科|醫科|国际|國際|中央)?(?:大学|大學|学院|學院)|"
    "河|海(?!军|軍|关|關|上|外)|湖|湾|灣|半岛|半島|山(?!区|區)|岛|島|州|时报|時報|日报|日報|晚报|晚報|邮报|郵報|"
    "银行|銀行|航空|机场|機場|足球俱乐部|足球俱樂部|俱乐部|俱樂部|队|隊|路|街(?!头|頭|上)|大道|广场|廣場|电台|電臺|电视台|電視臺|"
    "博物馆|博物館|剧院|劇院|医院|醫院|酒店|饭店|飯店|咖啡(?!馆)|地毯|烤肉|号|號|猫|貓|鼠|狗|杯|节|節"
)
_PEOPLE_OF = "人(?!民|员|員|数|數|道|质|質|口|权|權|士|工)|语|語|文(?!件|化|明)|籍|族|裔|系"


def _forms(text: str, kind: str) -> Iterator[str]:
    """A name with any of the dots, or a blank, between its parts."""
    yield text
    for dot in DOTS:
        if dot in text:
            yield from (text.replace(dot, other) for other in (*DOTS, "", " ") if other != dot)


CHINESE = Language(
    tag="zh",
    name="Chinese",
    letters="㐀-鿿",
    forms=_forms,
    whole_word=unspaced(
        before=f"[{DOTS}]|{_OTHER_PLACE}|[{_SOUNDS}]",
        after=f"[{DOTS}]|{_BODY}|{_PEOPLE_OF}|[{_SOUNDS}]",
    ),
    has_case=False,
    things=words("巡洋舰 巡洋艦 军舰 軍艦 护卫舰 護衛艦 电影 電影 小说 小說 报纸 報紙 杂志 雜誌 餐厅 餐廳 酒店"),
    at_place=touching_before("在 到 抵达 抵達 前往 飞往 飛往 访问 訪問 离开 離開 首都 位于 位於"),
    acts=touching_after("宣布 指责 指責 谴责 譴責 否认 否認 要求 拒绝 拒絕 呼吁 呼籲 表示 警告 威胁 威脅 承诺 承諾"),
)
