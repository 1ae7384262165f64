//! English or not. Other languages are refused politely; English with foreign names and quotations is not.

use nutgraf::analyzer::Foreign;
use nutgraf::segment::{Language, is_english, language, segment};

fn check(name: &str, text: &str, english: bool) {
    assert_eq!(is_english(&segment(text)), english, "{name}: {text}");
}

#[test]
fn other_languages_are_refused() {
    for (name, text) in [
        (
            "german_1",
            "Bei einem Luftangriff auf die Stadt sind am Mittwoch nach Angaben der Armee mehr als 100 Kämpfer getötet worden.",
        ),
        (
            "german_2",
            "Der Bundesrat hat entschieden, die Steuern nicht zu erhöhen. Das teilte er am Freitag mit.",
        ),
        (
            "french_1",
            "Plus de cent combattants ont été tués mercredi dans une frappe aérienne, selon un porte-parole de la coalition.",
        ),
        (
            "french_2",
            "Le gouvernement a annoncé que les élections auront lieu au mois de mai. L’opposition s’y oppose.",
        ),
        (
            "spanish_1",
            "Al menos veinte personas murieron el lunes en un ataque contra un mercado, según la policía.",
        ),
        (
            "spanish_2",
            "El presidente dijo que no habrá nuevas elecciones y que su gobierno seguirá hasta el final.",
        ),
        (
            "portuguese_1",
            "Pelo menos vinte pessoas morreram na segunda-feira em um ataque a um mercado, segundo a polícia.",
        ),
        (
            "portuguese_2",
            "O ministro disse que a reforma não será votada este ano, mas que o governo não desistiu dela.",
        ),
        (
            "italian_1",
            "Almeno venti persone sono morte lunedì in un attacco contro un mercato, secondo la polizia.",
        ),
        (
            "italian_2",
            "Il governo ha deciso di non aumentare le tasse, ma i sindacati chiedono che si faccia di più.",
        ),
        (
            "dutch_1",
            "Bij een luchtaanval op de stad zijn woensdag volgens het leger meer dan honderd strijders gedood.",
        ),
        (
            "dutch_2",
            "De minister zei dat er dit jaar geen verkiezingen komen en dat hij niet van plan is op te stappen.",
        ),
        (
            "swedish_1",
            "Minst tjugo personer dog i måndags när en bomb exploderade på en marknad, säger polisen.",
        ),
        (
            "swedish_2",
            "Regeringen har inte fattat något beslut om skatterna, men det ska ske under hösten.",
        ),
        (
            "polish_1",
            "Co najmniej dwadzieścia osób zginęło w poniedziałek w ataku na targ, jak podała policja.",
        ),
        (
            "polish_2",
            "Premier powiedział, że nie będzie nowych wyborów i że rząd będzie pracował do końca kadencji.",
        ),
        (
            "turkish_1",
            "Polis, pazartesi günü bir pazara düzenlenen saldırıda en az yirmi kişinin öldüğünü ve çok sayıda yaralı olduğunu açıkladı.",
        ),
        (
            "turkish_2",
            "Bakan, bu yıl seçim olmayacağını ve hükümetin görevine devam edeceğini söyledi, ancak muhalefet bu karara tepki gösterdi.",
        ),
        (
            "indonesian_1",
            "Sedikitnya dua puluh orang tewas dalam serangan di sebuah pasar pada hari Senin, kata polisi.",
        ),
        (
            "indonesian_2",
            "Menteri itu mengatakan bahwa pemerintah tidak akan menaikkan pajak dan akan membantu para petani.",
        ),
        (
            "russian_1",
            "По меньшей мере двадцать человек погибли в понедельник в результате нападения на рынок.",
        ),
        (
            "russian_2",
            "Министр заявил, что в этом году выборов не будет.",
        ),
        (
            "ukrainian",
            "Щонайменше двадцятеро людей загинули в понеділок унаслідок нападу на ринок, повідомила поліція.",
        ),
        (
            "arabic_1",
            "قالت الشرطة إن عشرين شخصا على الأقل قتلوا يوم الاثنين في هجوم على سوق.",
        ),
        ("arabic_2", "أعلن الوزير أن الانتخابات لن تجرى هذا العام."),
        (
            "chinese_1",
            "警方称，周一一个市场遭到袭击，至少有二十人死亡。",
        ),
        ("chinese_2", "总理表示，今年不会举行选举。"),
        (
            "japanese",
            "警察によると、月曜日に市場が襲撃され、少なくとも二十人が死亡した。",
        ),
        (
            "korean",
            "경찰은 월요일 시장에서 발생한 공격으로 최소 스무 명이 숨졌다고 밝혔다.",
        ),
        (
            "hindi",
            "पुलिस के अनुसार सोमवार को एक बाज़ार पर हुए हमले में कम से कम बीस लोगों की मौत हो गई।",
        ),
        (
            "greek",
            "Τουλάχιστον είκοσι άνθρωποι σκοτώθηκαν τη Δευτέρα σε επίθεση σε αγορά, ανακοίνωσε η αστυνομία.",
        ),
        (
            "hebrew",
            "לפחות עשרים בני אדם נהרגו ביום שני בהתקפה על שוק, מסרה המשטרה.",
        ),
        (
            "vietnamese",
            "Ít nhất hai mươi người đã thiệt mạng trong một vụ tấn công vào chợ hôm thứ Hai, theo cảnh sát cho biết.",
        ),
        (
            "finnish",
            "Poliisin mukaan ainakin kaksikymmentä ihmistä kuoli maanantaina, kun torilla räjähti, mutta syy ei ole vielä tiedossa ja se tutkitaan.",
        ),
        (
            "romanian",
            "Cel puțin douăzeci de persoane au murit luni într-un atac asupra unei piețe, potrivit poliției din oraș.",
        ),
        (
            "headline_spanish",
            "Al menos veinte muertos en un ataque en el centro de la ciudad",
        ),
        (
            "headline_german",
            "Mehr als hundert Tote bei Angriff auf die Stadt",
        ),
        (
            "headline_french",
            "Plus de cent morts dans une frappe sur la ville",
        ),
        (
            "headline_italian",
            "Il governo alza le tasse: la protesta dei sindacati",
        ),
        (
            "headline_dutch",
            "Meer dan honderd doden bij een aanval op de stad",
        ),
        (
            "headline_portuguese",
            "Governo diz que não vai aumentar os impostos",
        ),
        ("norwegian", "Flere enn hundre drept i et angrep på byen"),
        (
            "danish",
            "Over hundrede dræbt i et angreb på byen, siger politiet",
        ),
        (
            "headline_polish",
            "Rząd nie podniesie podatków, mówi premier",
        ),
        (
            "czech",
            "V útoku na město zemřelo nejméně dvacet lidí, uvedla policie.",
        ),
        (
            "croatian",
            "Najmanje dvadeset ljudi je poginulo u napadu na tržnicu, rekla je policija.",
        ),
        (
            "hungarian",
            "Legalább húszan meghaltak a piac elleni támadásban, közölte a rendőrség.",
        ),
        (
            "swahili",
            "Angalau watu ishirini wameuawa katika shambulio la soko, polisi walisema.",
        ),
        (
            "tagalog",
            "Hindi bababa sa dalawampu ang namatay sa pag-atake sa palengke, ayon sa pulisya.",
        ),
        ("thai", "ตำรวจกล่าวว่ามีผู้เสียชีวิตอย่างน้อยยี่สิบคนจากการโจมตีตลาด"),
        (
            "urdu",
            "پولیس کے مطابق پیر کو ایک بازار پر حملے میں کم از کم بیس افراد ہلاک ہو گئے۔",
        ),
        (
            "persian",
            "به گفته پلیس دست‌کم بیست نفر در حمله به یک بازار کشته شدند.",
        ),
        (
            "bulgarian",
            "Най-малко двадесет души загинаха при нападението, съобщи полицията.",
        ),
        (
            "welsh",
            "Yr heddlu yn dweud bod o leiaf ugain o bobl wedi marw yn yr ymosodiad",
        ),
        (
            "catalan",
            "Almenys vint persones van morir en un atac contra un mercat, segons la policia.",
        ),
    ] {
        check(name, text, false);
    }
}

#[test]
fn english_is_accepted() {
    for (name, text) in [
        (
            "plain",
            "At least twenty people were killed on Monday in an attack on a market, police said.",
        ),
        ("nothing", ""),
        ("too_short_to_tell", "Storm: 20 dead"),
        ("a_name_alone", "Zürcher Kantonalbank"),
        ("headline_without_grammar", "Trump, Xi, Putin meet"),
        (
            "french_names",
            "President Emmanuel Macron met Ursula von der Leyen at the Élysée Palace, and La République En Marche said it was pleased.",
        ),
        (
            "german_names",
            "The Frankfurter Allgemeine Zeitung said the Bundesamt für Verfassungsschutz had watched Die Rechte for years.",
        ),
        (
            "spanish_quotation",
            "“No vamos a pagar los platos rotos de la crisis,” the mayor of Cádiz said on Tuesday. He told reporters that the city would go to court if it was asked for more.",
        ),
        (
            "arabic_name_in_arabic",
            "The group, whose name is Hayat Tahrir al-Sham (هيئة تحرير الشام), said that it had left the town.",
        ),
        (
            "russian_slogan",
            "Protesters shouted “Россия будет свободной” as they marched through the centre of Moscow, witnesses said.",
        ),
        (
            "chinese_names",
            "Xi Jinping (习近平) told the congress (全国人民代表大会) that growth would be slower than in the past.",
        ),
        (
            "list_of_places",
            "Flooding was reported in San José, Los Ángeles, El Salvador, La Paz and San Pedro de Macorís.",
        ),
        (
            "latin_motto",
            "The motto of the order, “Ad majorem Dei gloriam”, was carved over the door of the old school.",
        ),
        ("dutch_looking", "He was in the van when it hit."),
        (
            "numbers",
            "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
        ),
        (
            "league_table",
            "Arsenal 3, Chelsea 1; Everton 0, Fulham 0; Leeds 2, Liverpool 2; Wolves 1, Spurs 4",
        ),
        (
            "capitals",
            "POLICE SAID THAT AT LEAST TWENTY PEOPLE WERE KILLED IN THE ATTACK",
        ),
        ("emoji", "🎉🎉🎉 We won 🎉🎉🎉"),
        ("headline_colon", "Ukraine war: What we know"),
        ("headline_local", "Man shot dead in Leeds"),
        ("headline_breaking", "Breaking: quake hits Nepal"),
        ("headline_names", "Macron, Scholz to meet in Paris"),
        (
            "french_slogan",
            "“Je suis Charlie”: thousands march in Paris",
        ),
        ("portuguese_word", "Lula says “não” to tax on fuel"),
        (
            "french_title",
            "The film, La vie est belle, won the Palme d'Or and the Prix du Jury at Cannes.",
        ),
        (
            "german_exclamation",
            "He said, “Mein Gott, was ist das?”, and then he ran.",
        ),
        (
            "code_mixed_spanish",
            "Hola! I just moved to San José and I love the tacos al pastor at La Casa de Doña María.",
        ),
        (
            "code_mixed_hindi",
            "Yaar, the match was amazing, bhai, and we won by ten runs in the last over.",
        ),
        ("score", "Al Nassr 3-1 Al Hilal"),
        (
            "headline_el_nino",
            "El Niño to bring drought, say scientists",
        ),
        (
            "german_words_as_a_name",
            "In der Nacht (in the night) is the name of the song that the band played.",
        ),
        (
            "foreign_newspapers",
            "Die Welt and Le Monde reported the deal on Monday, and El País said it was signed.",
        ),
        (
            "brazilian_names",
            "Police in Rio de Janeiro said the Primeiro Comando da Capital was behind the attack on the Complexo do Alemão.",
        ),
        (
            "mexican_names",
            "The Partido Revolucionario Institucional lost in Ciudad Juárez, San Luis Potosí and Nuevo León on Sunday.",
        ),
        (
            "pakistani_names",
            "ISLAMABAD: The Pakistan Tehreek-e-Insaf said it would march to D-Chowk on Friday.",
        ),
        ("one_word", "Goodbye"),
        ("two_letters", "Ok"),
        (
            "borrowed_words",
            "The café owner and her fiancé left the soirée, police said.",
        ),
    ] {
        check(name, text, true);
    }
}

#[test]
fn refusing_has_a_code_and_can_be_overruled() -> Result<(), Box<dyn std::error::Error>> {
    use nutgraf::analyzer::{Analyzer, Options};
    let analyzer = Analyzer::embedded()?;
    let text = "Der Bundesrat hat entschieden, die Steuern nicht zu erhöhen. Das teilte er am Freitag mit.";
    let error = analyzer.analyze(text, &Options::default()).err();
    assert_eq!(error.map(|error| error.code()), Some("language"));
    let forced = Options {
        foreign: Foreign::Force,
        ..Options::default()
    };
    assert_eq!(analyzer.analyze(text, &forced)?.sentences.len(), 2);
    Ok(())
}

#[test]
fn the_language_that_a_text_looks_like_is_named_where_its_words_tell() {
    for (text, likely) in [
        (
            "Der Bundesrat hat entschieden, die Steuern nicht zu erhöhen. Das teilte er am Freitag mit.",
            Some("de"),
        ),
        (
            "Plus de cent combattants ont été tués mercredi dans une frappe aérienne, selon un porte-parole de la coalition.",
            Some("fr"),
        ),
        (
            "Minst tjugo människor dödades i en attack mot en marknad på måndagen, uppger polisen som inte vet vem som ligger bakom.",
            Some("sv"),
        ),
        // By its letters alone.
        (
            "Не менее двадцати человек погибли в понедельник при нападении на рынок.",
            None,
        ),
    ] {
        assert_eq!(language(&segment(text)), Language::Other(likely), "{text}");
    }
    let english = "At least twenty people died on Monday in Köln 🇨🇭, the police said.";
    assert_eq!(language(&segment(english)), Language::English);
}
