"""Languages of which only the commonest words around numbers are known.

A block each: ``3-5``, ``-5``, ``3.5``, ``No. 5`` and ``5 %``; then ``& + = @ °``; then the
euro, the dollar and the pound.
"""

from __future__ import annotations

from subalign.spoken.lexicon import Forms, Lexicon

_WORDS = """
ar إلى | ناقص | فاصلة | رقم | بالمئة
و | زائد | يساوي | آت | درجة
يورو | دولار | جنيه

az  | mənfi | nöqtə | nömrə | faiz
və | üstəgəl | bərabərdir | ət | dərəcə
avro | dollar | funt

be да | мінус | коска | нумар | працэнт, працэнты, працэнтаў
і | плюс | роўна | сабака | градусаў
еўра | долар, долары, долараў | фунт, фунты, фунтаў

bn থেকে | মাইনাস | দশমিক | নম্বর | শতাংশ
এবং | যোগ | সমান | অ্যাট | ডিগ্রি
ইউরো | ডলার | পাউন্ড

ca a | menys | coma | número | per cent
i | més | igual a | arrova | graus
euro, euros | dòlar, dòlars | lliura, lliures

cs až | mínus | celá | číslo | procento, procenta, procent
a | plus | rovná se | zavináč | stupňů
euro, eura, eur | dolar, dolary, dolarů | libra, libry, liber

cy i | meinws | pwynt | rhif | y cant
a | plws | hafal | at | gradd
ewro | doler | punt

da til | minus | komma | nummer | procent
og | plus | er lig med | snabel-a | grader
euro | dollar | pund

eo ĝis | minus | komo | numero | procento, procentoj
kaj | plus | egalas | ĉe | gradoj
eŭro, eŭroj | dolaro, dolaroj | pundo, pundoj

fa تا | منفی | ممیز | شماره | درصد
و | به علاوه | مساوی | ات | درجه
یورو | دلار | پوند

fi viiva | miinus | pilkku | numero | prosentti, prosenttia
ja | plus | on | ät | astetta
euro, euroa | dollari, dollaria | punta, puntaa

he עד | מינוס | נקודה | מספר | אחוז
ו | פלוס | שווה | שטרודל | מעלות
אירו | דולר | פאונד

hu  | mínusz | egész | szám | százalék
és | plusz | egyenlő | kukac | fok
euró | dollár | font

id sampai | minus | koma | nomor | persen
dan | tambah | sama dengan | at | derajat
euro | dolar | pound

is til | mínus | komma | númer | prósent
og | plús | jafnt og | at | gráður
evra, evrur | dalur, dalir | pund

ja から | マイナス | てん | ナンバー | パーセント
アンド | プラス | イコール | アット | ど
ユーロ | ドル | ポンド

ko 에서 | 마이너스 | 점 | 넘버 | 퍼센트
앤드 | 플러스 | 이퀄 | 골뱅이 | 도
유로 | 달러 | 파운드

lt iki | minus | kablelis | numeris | procentas, procentai, procentų
ir | plius | lygu | eta | laipsnių
euras, eurai, eurų | doleris, doleriai, dolerių | svaras, svarai, svarų

lv līdz | mīnus | komats | numurs | procents, procenti
un | plus | ir vienāds ar | at | grādi
eiro | dolārs, dolāri | mārciņa, mārciņas

no til | minus | komma | nummer | prosent
og | pluss | er lik | krøllalfa | grader
euro | dollar | pund

pl do | minus | przecinek | numer | procent
i | plus | równa się | małpa | stopni
euro | dolar, dolary, dolarów | funt, funty, funtów

ro până la | minus | virgulă | numărul | la sută
și | plus | egal | arond | grade
euro | dolar, dolari | liră, lire

sk až | mínus | celých | číslo | percento, percentá, percent
a | plus | rovná sa | zavináč | stupňov
euro, eurá, eur | dolár, doláre, dolárov | libra, libry, libier

sl do | minus | celih | številka | odstotek, odstotkov
in | plus | je enako | afna | stopinj
evro, evrov | dolar, dolarjev | funt, funtov

sr do | minus | zapeta | broj | posto
i | plus | jednako | et | stepeni
evro, evra | dolar, dolara | funta, funti

sv till | minus | komma | nummer | procent
och | plus | är lika med | snabel-a | grader
euro | dollar | pund

th ถึง | ลบ | จุด | หมายเลข | เปอร์เซ็นต์
และ | บวก | เท่ากับ | แอท | องศา
ยูโร | ดอลลาร์ | ปอนด์

tr  | eksi | virgül | numara | yüzde
ve | artı | eşittir | et | derece
avro | dolar | sterlin

uk до | мінус | кома | номер | відсоток, відсотки, відсотків
і | плюс | дорівнює | собака | градусів
євро | долар, долари, доларів | фунт, фунти, фунтів

vi đến | âm | phẩy | số | phần trăm
và | cộng | bằng | a còng | độ
euro | đô la | bảng
"""


def _lexicon(block: str) -> tuple[str, Lexicon]:
    first, second, third = block.splitlines()
    code, _, words = first.partition(" ")
    to, minus, point, number, percent = map(str.strip, words.split("|"))
    signs = dict(zip("&+=@°", map(_forms, second.split("|")), strict=True))
    money = dict(zip(("EUR", "USD", "GBP"), map(_forms, third.split("|")), strict=True))
    lexicon = Lexicon(
        to=to,
        minus=minus,
        point=point,
        number=number,
        percent=_forms(percent),
        currencies=money,
        signs={**signs, "%": _forms(percent)[-1:]},
    )
    return code, lexicon


def _forms(text: str) -> Forms:
    return tuple(form.strip() for form in text.split(","))


OTHERS = dict(map(_lexicon, _WORDS.strip().split("\n\n")))
"""By the first part of the BCP 47 code."""
