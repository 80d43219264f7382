import { say } from '#data/words/say.ts';

/** Keys that belong to a place rather than to a command: they are listed with the others. */
export const fixedKeys = [
  {
    name: say('palette.selecting-words'),
    keys: [
      {
        title: say('palette.by-character'),
        keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      },
      { title: say('palette.by-word'), keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'] },
      { title: say('palette.by-sentence'), keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
      { title: say('palette.by-paragraph'), keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'] },
      { title: say('palette.select-on-the-way'), keys: ['Shift+…'] },
      {
        title: say('palette.by-mouse'),
        keys: [say('palette.two-clicks'), say('palette.three-clicks')],
      },
    ],
  },
  {
    name: say('palette.tagging-the-selected-words'),
    keys: [
      { title: say('palette.filter'), keys: ['A–Z', 'Enter'] },
      { title: say('palette.a-recent-one'), keys: ['1–9'] },
      { title: say('palette.any-line'), keys: ['Alt+1–9'] },
      { title: say('palette.tag-by-key'), keys: [say('palette.its-key'), 'Enter'] },
      { title: say('palette.make-something'), keys: ['E C N = A R', 'Enter'] },
      { title: say('palette.tag-again'), keys: ['Shift+Enter'] },
      { title: say('palette.new-actor-from-the-words'), keys: ['Ctrl+Enter'] },
      { title: say('palette.new-tag-as-typed'), keys: ['Ctrl+Shift+Enter'] },
      { title: say('palette.turn-a-relation-round'), keys: ['Tab'] },
      { title: say('palette.leave'), keys: ['Escape'] },
    ],
  },
  {
    name: say('palette.a-highlight'),
    keys: [
      { title: say('palette.next-over-the-same'), keys: ['Tab'] },
      { title: say('palette.tag-it-further'), keys: ['Enter'] },
      { title: say('palette.remove-it'), keys: ['Delete'] },
    ],
  },
  {
    name: say('palette.lists'),
    keys: [
      {
        title: say('palette.pick-on-the-way'),
        keys: ['Shift+ArrowUp', 'Shift+ArrowDown'],
      },
      {
        title: say('palette.pick-one-more'),
        keys: ['Ctrl+Space', say('palette.ctrl-click')],
      },
      { title: say('palette.pick-all'), keys: ['Ctrl+A'] },
      { title: say('palette.pick-none'), keys: ['Escape'] },
    ],
  },
  {
    name: say('bringing.needs-a-look'),
    keys: [
      { title: say('bringing.accept'), keys: ['Enter'] },
      { title: say('bringing.refuse'), keys: ['Delete'] },
      { title: say('bringing.accept-all'), keys: ['Ctrl+Enter'] },
      { title: say('bringing.show-words'), keys: ['Space'] },
    ],
  },
] as const;
