# Every word of the page in Serbian, in Cyrillic; Latin is made of it. Marks are those of the engine's texts.

## Frame

skip = Прескочи на закључак
on-this-page = На овој страници
jump-causes = Узроци
jump-fields = Поља
jump-messages = Поруке
jump-against = Поређење
jump-how = Како до поруке
jump-observed = Шта је Webex одговорио
top = , почетна страница
new-check = Нова провера
language = Језик
keys = Пречице на тастатури
dropping = Пустите датотеку овде. Не напушта ову страницу.
undo = Поништи
dismiss = Затвори
cleared = Обрисано.
undone = Враћено. Може и даље уназад.
replaced = Унос је замењен.
compare = Упореди
compare-open = Упореди са отвореном
compare-before = Упореди са претходном
earlier = Провере у картици
earlier-forget = Заборави
earlier-forgotten = Остале провере су заборављене.
earlier-same = Исти корисник код истог провајдера идентитета као у претходној провери.
compared-these = Пре: { $before }. После: { $after }.
compared-alone = Пореде се само те две поруке, без списка корисника и ваших одговора.
pasted = Налепљени текст
press-paste = Прегледач не даје приступ клипборду. Притисните { $keys } да налепите овде.
hold-paste = Прегледач не дозвољава приступ клипборду. Додирните поље и задржите прст, па изаберите Налепи.
unreadable-file = { $name }: читање није успело. Фасцикле и датотеке које други програм држи отворене не могу да се прочитају.
empty-folder = У овој фасцикли нема датотека.
files = Датотека: { $n }

## Title of the tab

title-empty = error31 · Auto account creation failed (31)
title-message = { $short } · error31
title-nothing = Ништа није нађено · error31
title-observed = Одговор који је дао Webex · error31
title-failure = Заустављено · error31
title-reading = { $percent } % · Читање · error31

## Empty

empty-heading = Зашто Webex одговара „Auto account creation failed (31)”?
empty-lead = Унесите SAML одговор из пријаве која није успела. Страница га пореди са оним што је Cisco објавио и за сваки узрок каже да ли га порука потврђује или искључује.
open-file = Отвори датотеку…
open-folder = Отвори фасциклу…
open-files = Отвори више датотека…
open-another = Друга датотека…
paste = Налепи
or-drop = или је превуците било где на страницу
samples = Примери:
sample-complete = потпун
sample-missing = недостају два атрибута
sample-member-status = Member Status
sample-claims = подразумевани Entra називи
sample-encrypted = шифрован
sample-name = Пример: { $name }

## The five causes

causes = Пет узрока грешке 31
causes-lead = Редом којим их треба проверавати, уз место где се сваки види.
proof-of = На чему се ово заснива: { $about }
proof-cisco = Шта каже Cisco
proof-rules = Правила
proof-place = Види се
proof-because = Препознато по
proof-instead = указује на: { $name }
proof-overturn = Шта би то променило
spellings = Како Webex исписује ову грешку
verdict-confirmed = Утврђено
verdict-ruled-out = Отпада
verdict-cannot-tell = Не може се утврдити
provenance-message = из поруке
provenance-user-list = из списка корисника
provenance-answer = ваш одговор
finding-link = Налаз { $n }

## How to get the message

how = Како доћи до поруке
how-lead = Отворите алатке пре пријаве: раније послато није сачувано. Приватни прозор сигурно тражи нову пријаву.
how-with = Помоћу
how-chrome = Chrome или Edge
how-firefox = Firefox
how-safari = Safari
how-tracer = SAML-tracer
how-shorter = Краће:
how-chrome-steps =
    1. У приватном прозору притисните **F12** (на Mac-у **⌥⌘I**), отворите **Network** и означите **Preserve log**.
    2. Пријавите се на Webex и сачекајте да се појави грешка.
    3. Изаберите POST захтев упућен на `…/dispatcher/SAML2AuthService` или на другу адресу у домену `webex.com`, чија форма садржи `SAMLResponse`.
    4. Отворите **Payload**, копирајте целу вредност `SAMLResponse` из одељка **Form Data** и налепите је овде. Није важно да ли је декодирана.
how-chrome-file = после 2. корака изаберите **Export HAR (sanitized)** изнад списка и превуците датотеку овамо. Задржава оно што је послато, а изоставља колачиће.
how-firefox-steps =
    1. У приватном прозору притисните **F12** (на Mac-у **⌥⌘I**), отворите **Network** и изаберите **Persist Logs** под зупчаником.
    2. Пријавите се на Webex и сачекајте да се појави грешка.
    3. Изаберите POST захтев упућен на `…/dispatcher/SAML2AuthService` или на другу адресу у домену `webex.com`, чија форма садржи `SAMLResponse`.
    4. Отворите **Request**, копирајте целу вредност `SAMLResponse` из одељка **Form data** и налепите је овде. Није важно да ли је декодирана.
how-firefox-file = после 2. корака изаберите **Save All As HAR** у менију под зупчаником и превуците датотеку овамо. У њој су и колачићи, па је не прослеђујте такву каква је.
how-safari-steps =
    1. Само једном: означите **Safari › Settings › Advanced › Show features for web developers**.
    2. У приватном прозору притисните **⌥⌘I**, отворите **Network** и означите **Preserve Log**.
    3. Пријавите се на Webex и сачекајте да се појави грешка.
    4. Изаберите POST захтев упућен на `…/dispatcher/SAML2AuthService` или на другу адресу у домену `webex.com`, чија форма садржи `SAMLResponse`.
    5. Отворите **Headers**, идите на **Request Data** при дну, копирајте целу вредност `SAMLResponse` и налепите је овде. Није важно да ли је декодирана.
how-safari-file = после 3. корака изаберите **Export** изнад списка и превуците датотеку овамо. У њој су и колачићи, па је не прослеђујте такву каква је.
how-tracer-steps =
    1. Дозволите додатак у приватним прозорима, отворите приватни прозор и покрените SAML-tracer у њему.
    2. Пријавите се на Webex и сачекајте да се појави грешка.
    3. Изаберите POST ред са ознаком **SAML** упућен на `…/dispatcher/SAML2AuthService` или на другу адресу у домену `webex.com`.
    4. Отворите **Parameters**, копирајте целу вредност `SAMLResponse` и налепите је овде. Чита се и XML под ознаком **SAML**.
how-tracer-file = после 2. корака изаберите **Export** и превуците датотеку овамо.

## Verdict

chip-explained = Грешка { $code } је објашњена
chip-not-explained = Грешка 31 није објашњена
chip-cannot-tell = Не може се утврдити
chip-nothing = Ништа није нађено
chip-observed = Одговор који је дао Webex
chip-failure = Заустављено
chip-reading = Читање
do-first = Урадите прво
check-next = Проверите следеће
show-steps = Кораци
from = Пошиљалац
for = Прималац
user = Корисник
issued = Издато
valid-for = Важи
seen = У овом уносу
seen-times = { $n }×
unknown-receiver = није познато
read-as = Чита се као порука за
read-as-change = промени
receiver-auto = како порука наводи
receiver-meetings-site = Meetings site
receiver-messenger = Messenger
receiver-control-hub = Control Hub
receiver-meetings-server = Meetings Server
class = Класа аутентификације
class-listed = у списку локације
class-unlisted = није у списку локације
contexts = Упореди са списком локације
contexts-label = Шта на локацији стоји у пољу **AuthnContextClassRef**
contexts-hint = Копирајте га са **Configuration › Common Site Settings › SSO Configuration** онако како тамо стоји: спојено знаком `;` или ставка по ред. Остаје на овој страници.
treat-as-site = Читај као поруку за Meetings локацију
treat-back = Врати на оно што порука наводи
date = { $day }. { $month }. { $year }.
moment = { $day }. { $month }. { $year }, { $hour }:{ $minute } UTC
moment-here = { $day } { $month } у { $hour }:{ $minute } на овом рачунару
clock = { $hour }:{ $minute }:{ $second }
days = { $n } d
hours = { $n } h
minutes = { $n } min
seconds = { $n } s
bytes = { $n } B
kilobytes = { $n } KB
megabytes = { $n } MB
gigabytes = { $n } GB

## За неког другог

copy-ticket = Копирај за тикет
export = Извези
export-lead = Текст за онога ко вам помаже. Имена, вредности, хостови и бројеви су изостављени; од вредности остаје само оно што с њом није у реду, па други корисник са истом грешком даје исти текст. Где су за то потребни дужина или знакови, остаје само то.
ticket-language = Језик тикета
ticket-format = Формат
share = Ипак подели, и даље без корисника
share-site = Webex локацију
share-site-tells = Открива о којој је компанији реч.
share-tenant = Хостове и адресу провајдера идентитета
share-tenant-tells = Открива о којој је компанији реч и где се њени људи пријављују.
share-times = Тачна времена
share-times-tells = Ко има логове, може да нађе ову пријаву, а тиме и корисника.
share-names = Називе атрибута којих нема у табелама
share-names-tells = Могу да открију компанију и како она ради.
ticket-text = Текст за тикет
copy = Копирај
save-file = Сачувај као датотеку
print-redacted = Штампај без личних података
print-as-is = Штампај без измена
copied = Копирано без личних података. Уклоњено: { $n }.
copied-shared = Копирано без корисника; оно што сте означили је унутра. Уклоњено: { $n }.
copied-admin = Копирано, са именом корисника.
copied-letter = Копирано.
removed = Уклоњено: { $n }
receipt-same = Провера даје исте налазе и после уклањања.
receipt-differs = Без уклоњених података провера даје другачије налазе: { $list }.
press-copy = Прегледач не даје приступ клипборду. Текст је означен: притисните { $keys }.
not-made = Текст није могао да се направи. Извештај на овој страници остаје какав јесте.
for-admin = За Webex администратора
for-admin-lead-nobody = Шта треба погледати у Webex-у и где. Из поруке се не види ко је корисник, па га ни у овом тексту нема.
for-admin-lead = Шта треба погледати у Webex-у и где. У овом тексту остаје име корисника, јер се без њега ништа не може проверити.
letter-language = Језик, { $name }
copy-finding = Копирај без личних података
message-alone = Само порука
message-text = Текст поруке
message-lead = Без личних података: имена, вредности, хостови и бројеви су замењени, а потписа нема.
message-as-is = Онаква каква је стигла, са свим што садржи
message-as-is-lead = Онаква каква је стигла: садржи име и е‑адресу корисника и све друго што је о њему послато Webex-у. Дајте је само ономе ко то сме да види.
message-unreadable = Ова порука не може да се прочита, па се ни лични подаци из ње не могу уклонити.
save-capture = Сачувај пријаву као HAR
printed = Одштампано { $time }. Направљено у прегледачу; ништа није послато.

## Fields

fields = Тврдња, по Cisco табели атрибута
field = Поље
read-from = Чита се из
value = Вредност
state = Стање
state-ok = Прочитано
state-missing = Недостаје
state-empty = Празно
state-misnamed = Под другим називом
state-duplicate = Више пута
state-invalid = Вредност је упитна
state-unseen = Не види се
not-in-message = није у поруци
no-value = нема видљивих знакова
unseen-value = овде се не може прочитати
webex-reads = у Cisco табели: `{ $name }`
required-by-site = захтева ова локација
page-of = { $from }–{ $until } од { $n }
page-earlier = Прикажи претходне
page-later = Прикажи следеће
unlisted = Није у Cisco табели: { $n }

## Recipe

recipe = Шта променити код провајдера идентитета
recipe-for = Производ
recipe-auto = није препознат
recipe-recognised = препознат: { $name }
recipe-other = неки други производ
recipe-copy = Копирај: { $name }
preview = Порука после тога
preview-remains = Шта остаје:
preview-changes = Измена у изворном тексту: шта одлази, па шта долази

## Signatures

signature = Потпис
signatures = Потписи
signature-of = Обухвата
signature-state = Стање
signature-by = Сертификат
signature-time = Важење
signature-note = „Исправан” значи да ништа није измењено откако је власник кључа потписао. Који сертификат има Webex одавде се не види: упоредите га тамо где се подешава јединствена пријава.

## Findings

findings = Налази
findings-omitted = Налази правила `{ $rule }` који нису наведени: { $n }
no-findings = За ову поруку нема напомена.
unfold-all = Прикажи све
fold-all = Скупи све
severity-error = Грешка
severity-warning = Упозорење
severity-info = Напомена
place = Ред { $line }, { $column }
webex-code = Webex код { $n }
why = Зашто
fix = Шта треба урадити
source = Извор
own-line = Ред { $line }

## Source

source-region = Извор
your-message = Ваша порука
view-input = Унос
view-received = Како је стигло
view-pretty = Форматирано
search = Претражи извор
search-previous = Претходни погодак
search-next = Следећи погодак
search-found = Нађено: { $n }
search-at = { $at } од { $n }
search-none = Није нађено
fold = Скупи
unfold = Прикажи
not-in-statement = `{ $name }` није у овом одељку `AttributeStatement`
not-in-assertion = `{ $name }` није у овој тврдњи
show-all = Прикажи све
combining-marks = комбинујући знаци: { $n }
caret = Ред { $line }, колона { $column }
key-search = претражи извор
key-mark = у извору: следећа ознака (са Shift претходна)
view-switch = Шта се приказује
nothing-leaves = Ништа не напушта ову страницу
editor = SAML порука, као XML, base64 или тело форме
paste-here = Налепите или превуците овамо
shapes = <samlp:Response … · PHNhbWxwOlJlc3Bv… · SAMLResponse=PHNh…
reads-message = SAML одговор
reads-message-as = XML, base64 или тело форме, како је копирано
reads-capture = Снимци саобраћаја
reads-capture-as = HAR, SAML-tracer и други JSON, и више одједном, фасцикла, gzip или ZIP
reads-list = Списак корисника
reads-list-as = CSV извоз из Control Hub или Site Administration конзоле, уз поруку или пре ње
reads-address = Адреса
reads-address-as = URL који носи поруку
reads-answer = Одговор који даје Webex
reads-answer-as = сама реченица о грешци
kept = { $name }, { $size }, чита се без измена. Предугачко је или није обичан текст, па се овде не може мењати.
replace-kept = Унеси или налепи друго
characters = Знакова: { $n }
as-it-came = Како је стигло: без измена
edited = Изменили сте поруку: поново је проверена.
edited-same = Узроци су исти као пре.
edited-signature = Потпис измењене поруке не може да се процени.
forgiven = Ипак је прочитано: { $list }
forgiven-white-space = размаци у base64 тексту
forgiven-url-alphabet = URL варијанта base64 знакова
forgiven-space-for-plus = размаци на месту знака +
forgiven-padding = допуна која недостаје или није тачна
forgiven-stray-bits = сувишни битови на крају
forgiven-cut-short = одсечен крај
forgiven-wrapper = омот око base64 текста
forgiven-no-break-spaces = непреломиви размаци на месту обичних
forgiven-broken-bytes = бајтови који се не уклапају у кодирање
facts-checked = Подаци о Webex-у проверени { $date }

## Layers that were peeled off

layer-gzip = gzip
layer-zip = ZIP
layer-tar = tar
layer-har = HAR
layer-tracer = SAML-tracer
layer-json = JSON
layer-charset = кодирање
layer-mail = е‑пошта
layer-quoted-printable = quoted-printable
layer-line-prefix = означени редови
layer-wrapped = преломљени редови
layer-rtf = RTF
layer-numbers = бајтови као бројеви
layer-curl = cURL
layer-powershell = PowerShell
layer-fetch = fetch
layer-string-literal = текст под наводницима
layer-html = HTML
layer-soap = SOAP
layer-foreign-xml = други XML
layer-list = списак атрибута
layer-utf-16le = UTF-16
layer-utf-16be = UTF-16
layer-iso-8859-1 = ISO-8859-1
layer-bom = ознака редоследа бајтова
layer-trim = без размака на крајевима
layer-cut = издвојено из текста
layer-url = URL
layer-form = тело форме
layer-jwt = JSON Web Token
layer-percent = percent
layer-escape = ентитети
layer-base64 = base64
layer-inflate = DEFLATE
layer-xml = XML

## Check at Webex

checks = Провера у Webex-у
checks-next = Проверите следеће, у Webex-у
checks-lead-explained = Ако грешка 31 остане и после ових исправки. Из поруке се ово не види.
checks-lead-due = Прво оно што је утврђено; остало ако грешка 31 остане. Из поруке се ово не види.
checks-lead = Овим редом. Из поруке се ово не види.
this-account = Овај налог
managed-in = Конзола
history-never-worked = никад није радио
history-worked-before = раније је радио
console-site-administration = Site Administration
console-control-hub = Control Hub
who = Ко

## User statuses

statuses = Статуси корисника
statuses-list-of = Списак
statuses-as-list = Као списак
statuses-title = Статуси корисника у Webex-у ({ $list }) и прелази између њих.
statuses-fits = Овај списак одговара налогу о коме је реч.
statuses-clocks = Шта се само мења по истеку рока
statuses-glossary = Појмови из конзола
status-meaning = Значење
status-ways-in = Како настаје
status-ways-out = Како престаје
status-error31 = За грешку 31
status-todo = Шта треба урадити
status-clock = Рок
status-reading = Шта неки статус значи за грешку 31, наше је тумачење.
status-here = { $who } је овде
status-here-someone = Налог је овде
bearing-confirms = Потврђује узрок „деактивиран или чека одобрење”
bearing-possible = Може бити узрок
bearing-rules-out = Није узрок
beside-status = Статус
beside-message = Порука

## User list

user-list = Списак корисника
open-list = Списак корисника…
list-other = Отвори други списак…
list-remove = Уклони
list-file = Датотека
list-format = Извоз
list-rows = Редова
list-rows-so-far = редова: { $n }
list-keys = Корисник у колони
list-status = Статус у колони
list-statuses = Статуси
list-empty = празно
list-unknown = није познат
list-more = још: { $n }
list-seats = Лиценце за домаћина
list-line = Ред { $n }
list-columns = Која колона је која
list-columns-lead = Само ако се то не види из заглавља.
list-column-auto = како је препознато
list-column = Колона { $n }
list-column-username = Корисничко име
list-column-email = Е‑адреса
list-column-status = Статус
list-column-hosts = Овлашћење домаћина
list-read = Списак корисника је прочитан: { $name }
list-replaced = Списак корисника је замењен.
list-removed = Списак корисника је уклоњен.
list-stopped = Заустављено. Овај списак није прочитан.

## Answers

answer-question = Шта сте нашли?
answer-others = Други статус
required-names = Атрибути поља означених звездицом
required-hint = Сви, под називима под којима се шаљу, на пример `TC1`, одвојени зарезима.
answer-clear = Повуци одговор
answer-change = промени
seats-in-list = Заузето по списку корисника: { $n }
seats-need-list = Рачуна се само уз списак корисника из кога се виде лиценце за домаћина.

## After the fix

after = После исправке
after-steps =
    1. Отворите приватни прозор, да ранија пријава не утиче.
    2. Прво покрените снимање, па се пријавите као исти корисник.
    3. Нову поруку унесите овде. Претходна остаје на свом месту.
after-open = Отвори поруку после исправке…
after-paste = или је превуците или налепите овде
after-nothing = Овде нема SAML поруке.
after-alone = Пореде се само две поруке; списак корисника и одговори потичу од пре исправке.
after-stopped = Заустављено. Ова порука није прочитана.
after-name = После: { $name }
after-short = После
before = Пре
compared = Шта се разликује
compared-values = Вредности: { $n }
compared-none = нема
error-31 = Грешка 31

## Metadata

metadata = Метаподаци
metadata-lead = Превуците овде или отворите метаподатке Webex локације или провајдера идентитета: са њима се пореде Entity ID, адреса за одговор, формат NameID и издавалац из поруке.
metadata-open = Отвори метаподатке…
metadata-remove-of = Уклони { $name }
metadata-read = { $name }: порука је упоређена са тим.
metadata-removed = Метаподаци су уклоњени
metadata-none = { $name } нису SAML метаподаци или имају више од 32 MB.

## Several users

users = Корисници
users-lead = Један ред за сваког корисника, са поруком из које се највише види. Изаберите га да је отворите.
users-csv = Сачувај као CSV
users-csv-note = У CSV-у нема имена: уместо корисника и датотеке ту је број реда.
users-missing = Недостаје
users-code = Код
users-sign-ins = пријаве: { $n }

## Several messages

messages = Поруке у овом уносу
messages-lead = Отворена је порука из које се највише види. Време је UTC.
messages-choose = Изаберите другу да је прочитате.
messages-more = Претрага је достигла границу; можда има још порука.
found-so-far = Нађено до сада
when = Време
to = за: { $name }
to-unknown = прималац није познат
request = захтев { $n }
request-of = захтев { $n } од { $total }
seen-count = виђено: { $n }
webex-answered = Webex је одговорио
kind-assertion = сама тврдња
kind-authn-request = захтев провајдеру идентитета
kind-logout = одјава
kind-metadata = метаподаци
kind-attribute-list = списак атрибута
kind-ws-federation = WS-Federation
kind-saml1 = SAML 1
kind-unknown = непозната врста
message-verdict = Закључак
strip = Узроци 1–5
short-explained = Објашњено
short-not-explained = Није објашњено
short-cannot-tell = Не може се утврдити
open-message = Порука { $n }
no-user = није наведен

## The sign-in

sign-in = Ток пријаве
sign-ins = Пријаве у овом уносу
sign-ins-lead = Изаберите пријаву да видите шта је у њој послато. Време је UTC.
sign-in-lead = Сваку поруку преноси прегледач, а стрелица показује од кога је и коме иде. Притисните је да отворите поруку.
sign-in-title = Ток пријаве; учествују: { $parties }
sign-in-number = Пријава { $n }
sign-in-took = Трајање
sign-in-answer = Одговор
sign-in-error = Грешка { $n }
sign-in-code = Шта значи грешка { $n }
sign-in-no-error = без текста грешке
sign-in-missing = нема у снимку
sign-in-gaps = напомене: { $n }
sign-in-after = +{ $time }
sign-in-later = { $time } касније

## About the files

about-files = О овој датотеци
stopped-at = Заустављено на { $size }. Приказано је оно што је нађено.
read-on = Прочитај до краја
stopped-empty = Заустављено на { $size }. До тог места ништа није нађено.
stopped-empty-why = Остатак није прочитан.
stopped-empty-fix = Прочитајте је до краја или отворите другу датотеку.
nothing-read-why = Датотека која је после избора премештена, измењена или обрисана не може да се прочита, као ни она коју други програм држи отворену.
nothing-read-fix = Затворите други програм или копирајте датотеку, па је изаберите поново.
read-on-page = Помоћни процес (worker) овде није могао да се покрене, па је читано на самој страници, део по део.
files-more = Датотека које се читају одједном: { $n }. Остатак фасцикле је изостављен.
files-unread = Датотеке које није било могуће прочитати: { $n }
files-nothing = Датотеке без SAML поруке: { $n }
notices-more = Још оваквих напомена: { $n }
ends-in-request = Датотека се прекида усред захтева { $n }. Поруке пре тога су овде.
ends-behind = Датотека је после { $size } одсечена. Поруке пре тога су овде.
holds = Овај снимак садржи и: { $list }. Не прослеђујте га таквог какав је.
holds-cookies = колачићи { $n }
holds-authorization = заглавља за пријаву { $n }
holds-passwords = лозинке { $n }

## Reading

reading-name = Чита се { $name }
reading-done = { $done } од { $total }
reading-speed = { $size }/s
reading-left = још око { $time }
reading-found = SAML порука: { $n }
reading-stays = Што је нађено, остаје. Поруку можете да отворите док се чита остатак.
reading-on-page = Помоћни процес (worker) овде није могао да се покрене, па се чита на самој страници, део по део. Страница за то време може да касни с одговором.
cancel = Прекини
said-reading = Чита се { $name }
said-read = Прочитано: { $percent } %

## Webex's answer

observed = Шта је Webex одговорио
quoted = „{ $text }”
code-fact = Webex код
code-change = Други код?
code-choose = Код који је Webex приказао
code-unchosen = Webex-ов одговор, иначе 31
code-heading = Код { $n }: „{ $wording }”
code-causes = Могући узроци
code-at-webex = Шта урадити у Webex-у
code-at-identity-provider = Шта урадити код провајдера идентитета
observed-heading = Webex је одговорио: „{ $spelling }”
observed-code = код { $n }
observed-next = Из саме реченице се не види узрок
observed-next-other = Узрок се можда види из SAML поруке исте пријаве. Налепите је овде; унос остаје.
observed-next-why = Из SAML поруке исте пријаве виде се два од пет узрока. Налепите је овде; унос остаје.

## Nothing found, restarted, no engine

tried = Покушано
restarted = Провера се зауставила и поново је покренута. Ваш унос је и даље овде.
restarted-why = Нисте ви погрешили: провера је наишла на нешто што не уме да обради. Подаци ниже наводе место у програму и ништа из ваше поруке.
details = Подаци за пријаву грешке
details-copy = Копирај податке
details-none-of-it = Ничега из ваше поруке нема у њима.
report-problem = Пријави проблем
check-again = Провери поново
no-engine = Овај прегледач или страница не дозвољава да провера ради.
no-engine-old-browser = Провера је WebAssembly програм спакован у овој страници. Прегледач је престар да га распакује: недостаје му DecompressionStream. Потребни су Chrome или Edge 109, Firefox 115, Safari 16.4 или новији.
no-engine-wasm-refused = Провера је WebAssembly програм у овој страници. WebAssembly је овде искључен или га не дозвољавају правила прегледача или странице у коју је уграђена.
no-engine-damaged = Провера је WebAssembly програм у овој страници. Тај део датотеке је успут одсечен или измењен.
no-engine-fix = Отворите страницу у новијем прегледачу Chrome, Edge, Firefox или Safari, у посебној картици или је сачувајте и отворите сачувану датотеку.

## Live region

said-confirmed = Утврђено: { $n }.
said-ruled-out = Отпада: { $n }.
said-cannot-tell = Не може се утврдити: { $n }.
said-first = Прво: { $action }.
said-theme-dark = Тема: тамна
said-theme-light = Тема: светла
said-theme-auto = Тема: као у систему

## Foot

leaves = Ништа не напушта ову страницу.
not-cisco = Није повезано са компанијом Cisco. Webex је производ компаније Cisco.
requests = Послатих захтева: { $made }.
requests-refused = Послатих захтева: { $made }, одбијених правилима: { $refused }.
enforced = Како је то обезбеђено
enforced-how =
    Страница носи правила (Content Security Policy) која забрањују сваку везу: нема захтева, нема слика ни фонтова са стране, нема слања форми. Она важе и за њен сопствени програм.
    Програм, стилови и провера налазе се у овој једној датотеци. Сачувајте је, искључите рачунар са мреже и радиће исто.
    Оно што налепите чува се само у меморији ове картице: не у адреси, не у складишту, не у конзоли. Када затворите картицу, нестаје. Чувају се само ваш избор светле или тамне теме, избор језика и то да ли раде пречице од једног тастера.
    Правила не могу да забране линкове: извори су обични линкови, отварају се у новој картици и не носе ништа из ваше поруке. Не могу да забране ни WebRTC: њега страница сама себи одузима пре него што ишта прочита.
    „Послатих захтева” броји прегледач док је страница отворена, укључујући и њен помоћни процес (worker); сама датотека се не броји. Проверите и сами: отворите алатке за програмере, **Network**, учитајте страницу поново и користите је; на списку остаје један ред, ова страница, поред редова `data:` и `blob:`, који не напуштају прегледач.
tab-tells = Прикажи резултат у наслову ове картице. Прегледач чува наслове у историји.
exposed = Скрипте странице у којој је ова приказана могу да прочитају оно што јој дате: приказана је без ограничења (`sandbox`), са истог сервера. Користите је у посебној картици и јавите то ономе ко одржава ту страницу.
licences = Лиценце
licences-lead = Ова страница: `MIT` или `Apache-2.0`, по избору. У њој је и рад других, сваки део под својом лиценцом:
built = направљено { $date }

new-tab = Отвори у новој картици
new-tab-refused = Оквир у којем је ова страница не дозвољава нове картице. Копирајте адресу и отворите је сами:
save-page = Сачувај ову страницу
saved = Сачувано као `{ $name }`, празно, онако како је објављено.
saved-changed = Сачувано као `{ $name }`, али се копија разликује од објављене: нешто у овом прегледачу, највероватније додатак, изменило је страницу.
saved-in-frame = Ако датотека није стигла, оквир у којем је ова страница то не дозвољава: отворите страницу у новој картици и сачувајте је тамо.
copies-compare = Упореди копије
copies = Копије ове странице
copies-lead =
    Двоје људи могу речи да прочитају једно другом; последња реч проверава остале. Да бисте `error31.html` упоредили са овом страницом, превуците га на њу или га отворите.
    Оно што датотека каже о себи не потврђује ништа; збир потврђује. Објављени збирови су у `SHA256SUMS` сваког издања.
copies-same = Исто што и ова страница, бајт по бајт.
copies-other =
    Није исто што и ова страница.
    Друга верзија је друга датотека, а тако и оно што прегледач запише својом командом „Сачувај страницу као”. Упоредите збир са оним који је објављен за ту верзију.
copies-unknown = Ова страница не може да каже да ли је исто: измењена је. Збир датотеке може да се упореди са објављеним.
copies-changed = Нешто у овом прегледачу, највероватније додатак, изменило је ову страницу: њен збир није објављени.
copies-this = Ова страница
copies-says = Каже о себи
copies-says-nothing = ништа
copies-words = Речима
print-refused = Оквир у којем је ова страница не дозвољава штампање: отворите страницу у новој картици и одштампајте је тамо.
details-copied = Копирано.
clipboard-closed = Прегледач овде не даје приступ клипборду. Текст је означен; копирајте га тастатуром:

## Reference

reference = Преглед
reference-open = Преглед: сви кодови, узроци, правила, атрибути и статуси
reference-close = Назад
reference-lead = Све што ова страница зна, свуда са извором. „…” стоји уместо онога што је у поруци.
reference-search = Претрага
reference-count = Ставки: { $n }
reference-wrong = Адреса тражи ставку која не постоји. Ево свега што постоји.
reference-copy = Копирај везу
reference-copy-of = Копирај везу: { $name }
reference-checked = проверено { $date }
checked-long-ago = проверено { $date }, пре више од пола године: у међувремену је тамо можда нешто друго

## Keys

keys-lead = Изван поља за текст.
keys-on = Пречице од једног тастера
close = Затвори
key-next = следећи налаз
key-previous = претходни налаз
key-place = на његово место у извору
key-back = назад на налаз
key-cause = узрок
key-open = отвори датотеку
key-copy = копирај за тикет
key-new = нова провера
key-source = извор
key-messages = претходна, следећа порука
key-help = овај списак
key-undo = поништи нову проверу

## Where no script runs

no-script = Ова страница чита SAML поруку у вашем прегледачу, помоћу JavaScript-а и WebAssembly-ја, па ништа не мора никуда да се шаље. JavaScript је овде искључен: укључите га за ову страницу или сачувајте страницу и отворите датотеку у другом прегледачу.
old-browser = Овај прегледач не може да покрене програм у овој страници: престар је или је нешто успут изменило датотеку. Потребни су Chrome или Edge 109, Firefox 115, Safari 16.4 или новији. Ништа није никуда послато.
