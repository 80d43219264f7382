import { describe, expect, test } from 'vitest';
import { languageOf } from '#data/formats/import/cleaning/language.ts';
import { convert, metaOf } from '../convert.ts';

describe('the language of a few words', () => {
  test.each([
    ['en', 'The bridge was shut on Monday, and nobody has counted the lorries.'],
    ['ru', 'Мост закрыли в понедельник, и никто не считал машины.'],
    ['ru', 'Дорога открыта для проезда. Грузовики ждут у моста.'],
    ['ru', 'Министр встретил генерала в Душанбе, и они говорили о границе.'],
    ['bg', 'Мостът беше затворен в понеделник и никой не преброи камионите на пътя.'],
    ['uk', 'Міст зачинили у понеділок, і ніхто не рахував машини.'],
    ['be', 'Мост зачынілі ў панядзелак, і ніхто не лічыў машыны.'],
    ['kk', 'Көпір дүйсенбіде жабылды, көліктерді ешкім санаған жоқ, жол әлі ашылмады.'],
    ['ky', 'Көпүрө дүйшөмбү күнү жабылды, унааларды эч ким санаган жок, жолдун өзү ачык.'],
    ['tg', 'Пул рӯзи душанбе баста шуд ва ҳеҷ кас мошинҳоро нашумурд, роҳ ҳанӯз баста аст.'],
    ['uz', 'Кўприк душанба куни ёпилди, машиналарни ҳеч ким санамади, йўл ҳали очилмаган.'],
    ['uz', 'Ko‘prik dushanba kuni yopildi, mashinalarni hech kim sanamadi, yo‘l hali ochilmagan.'],
    ['mn', 'Гүүр даваа гарагт хаагдсан бөгөөд хэн ч машинуудыг тоолоогүй өнгөрөв.'],
    ['sr', 'Мост је затворен у понедељак и нико није бројао камионе, њих девет чека.'],
    ['fa', 'پل روز دوشنبه بسته شد و هیچ‌کس کامیون‌ها را نشمرد، گفتگوها ادامه دارد.'],
    ['ar', 'أغلق الجسر يوم الاثنين ولم يعد أحد الشاحنات التي تنتظر على الطريق.'],
    ['ur', 'پل پیر کے روز بند ہوا اور کسی نے ٹرکوں کی گنتی نہیں کی، سڑک ابھی بند ہے۔'],
    [
      'ps',
      'پل د دوشنبې په ورځ وتړل شو او هېچا موټر ونه شمېرل، لار لا هم تړلې ده، خلک هلته څارل کېږي.',
    ],
    ['ug', 'كۆۋرۈك دۈشەنبە كۈنى تاقالدى، ھېچكىم ماشىنىلارنى سانىمىدى، يول تېخى ئېچىلمىدى.'],
    [
      'tr',
      'Köprü pazartesi günü kapatıldı ve kimse kamyonları saymadı, bu yol için bir karar çıkmadı.',
    ],
    ['az', 'Körpü bazar ertəsi bağlandı və heç kim yük maşınlarını saymadı, yol hələ də bağlıdır.'],
    [
      'tk',
      'Köpri duşenbe güni ýapyldy, maşynlary hiç kim sanamady, ýoluň özi açyk däl, žurnalda ýazylşyna görä ýoň.',
    ],
    ['de', 'Die Brücke wurde am Montag gesperrt, und niemand hat die Lastwagen gezählt.'],
    ['fr', 'Le pont a été fermé lundi et personne n’a compté les camions sur la route.'],
    ['es', 'El puente se cerró el lunes y nadie ha contado los camiones en la carretera.'],
    ['zh', '大桥星期一关闭，没有人数过卡车。'],
    ['ja', '橋は月曜日に閉鎖され、トラックを数えた人はいなかった。'],
    ['ko', '다리는 월요일에 폐쇄되었고 아무도 트럭을 세지 않았다. 길은 아직 막혀 있다.'],
  ])('%s: %s', async (language, words) => {
    expect(await languageOf(words)).toBe(language);
  });

  test.each([
    '',
    'Kesk',
    'Ada Kerim, Odo Karst, Belis Moor',
    'QCCM CSTO SCO NATO ETIM',
    '1998 2016 2017 – 4,000',
  ])('is not told by: %s', async (words) => {
    expect(await languageOf(words)).toBeUndefined();
  });

  test('a name from elsewhere does not change it', async () => {
    const words =
      'Мост закрыли в понедельник, и никто не считал машины; об этом писал Файзулло Ҳоҷӣ в газете долины.';
    expect(await languageOf(words.repeat(3))).toBe('ru');
    expect(
      await languageOf(
        'Racoviţă met Gülen and Şahin at the bridge, and they were told of it by Ələkbər.',
      ),
    ).toBe('en');
  });

  test('debris has no say', async () => {
    const english =
      'The bridge was shut on Monday, and nobody has counted the lorries that wait at it.';
    const form =
      'Добавить комментарий\n\nВаш e-mail не будет опубликован.\n\nИмя\n\nКомментарий\n\nСайт\n\nОтправить';
    const converted = await convert('a.txt', `Nine wait\n\n${english}\n\n${form}`);
    expect(metaOf(converted)['language']).toBe('en');
  });
});
