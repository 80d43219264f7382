/** Small words of languages in Latin and Cyrillic script, of which every sentence has some. */
const SMALL: Readonly<Record<string, string>> = {
  en: 'the|of|and|to|in|is|was|are|were|for|that|with|on|by|at|from|has|have|it|an|not|this|will|its|they',
  de: 'der|die|das|und|ist|nicht|ein|eine|den|dem|des|mit|von|zu|auf|für|im|wird|sich|auch|sind|war|bei|nach',
  fr: 'le|la|les|des|et|est|une|un|du|dans|pour|que|qui|sur|avec|au|aux|par|sont|pas|ce|cette|été|ont',
  es: 'el|la|los|las|de|que|y|en|un|una|del|por|con|para|se|es|su|al|como|más|fue|han|esta|entre',
  pt: 'o|a|os|as|de|que|e|do|da|em|um|uma|para|com|não|dos|das|no|na|por|mais|foi|ao|pelo|são',
  it: 'il|la|di|che|e|un|una|per|non|con|del|della|dei|sono|gli|le|nel|è|da|al|si|anche|delle|più',
  nl: 'de|het|een|en|van|in|is|dat|op|te|voor|met|zijn|niet|aan|werd|ook|door|bij|naar|om|uit',
  tr: 've|bir|bu|için|ile|da|de|olarak|olan|çok|gibi|daha|kadar|sonra|ancak|göre|oldu|etti|ise',
  pl: 'w|i|na|z|się|do|nie|że|jest|przez|od|po|to|oraz|dla|jak|za|były|który|które',
  cs: 'a|v|se|na|je|že|z|do|s|pro|by|jsou|byl|které|který|za|od|také|jako|po',
  ro: 'și|în|de|la|a|cu|pe|care|din|este|că|pentru|un|o|au|al|nu|sunt|mai|s-a',
  hu: 'a|az|és|hogy|nem|egy|is|van|meg|de|el|volt|csak|ez|mint|már|ki|után|szerint',
  sv: 'och|att|det|som|en|på|är|av|för|med|den|till|ett|har|inte|om|från|var',
  uz: 'va|bilan|uchun|bu|ham|edi|bo|bir|deb|esa|lekin|haqida|keyin|kerak|hamda|shu|ning',
  id: 'yang|dan|di|ini|dari|dengan|untuk|pada|itu|tidak|akan|ke|dalam|adalah|oleh|juga',
  ru: 'в|и|не|на|что|с|по|из|к|у|о|для|от|это|как|был|была|были|до|за|при|его|их|или|он|она|они|после',
  bg: 'на|и|се|за|от|да|в|с|е|не|са|по|че|ще|при|през|към|беше|като|който|които|му|си|той|те|бе',
  uk: 'в|у|і|й|та|не|на|що|з|до|по|із|для|від|це|як|був|була|були|за|при|його|їх|або|він|вона|вони|після',
  sr: 'у|и|је|се|на|да|за|од|са|су|не|који|које|по|из|до|као|што|али|ће|би|није|због|после',
  vi: 'và|của|là|các|có|được|cho|trong|không|một|những|với|này|người|đã',
};

const WORDS: ReadonlyMap<string, readonly string[]> = [...Object.entries(SMALL)].reduce(
  (words, [language, list]) => {
    for (const word of list.split('|')) words.set(word, [...(words.get(word) ?? []), language]);
    return words;
  },
  new Map<string, readonly string[]>(),
);

/** Fewest small words by which a language is told. */
const FEWEST = 3;

/** The language of whose small words a text has most, when it has clearly more of them than of any other's. */
export function languageByWords(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{M}-]+/u)) {
    for (const language of WORDS.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  if (!first || first[1] < FEWEST || first[1] <= (second?.[1] ?? 0)) return undefined;
  return first[0];
}
