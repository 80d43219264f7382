import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge } from '#data/api/api.ts';
import type { EventName, Events } from '#data/api/events.ts';
import { channels } from '../ipc/channels.ts';
import { denyPickers } from './no-pickers.ts';

type Listener = (payload: unknown) => void;

/** All events there are: the compiler keeps this complete, the page can ask for no other. */
const listeners: Record<EventName, Set<Listener>> = {
  change: new Set(),
  job: new Set(),
  import: new Set(),
  watching: new Set(),
  kin: new Set(),
  store: new Set(),
  rewriting: new Set(),
  command: new Set(),
  closing: new Set(),
};

ipcRenderer.on(channels.event, (_event, name: EventName, payload: unknown) => {
  for (const listener of listeners[name]) listener(payload);
  if (name === 'closing') ipcRenderer.send(channels.closingHeard);
});

const bridge: DesktopBridge<File> = {
  call: (name, input, session) => ipcRenderer.invoke(channels.call, name, input, session),
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void) {
    listeners[event].add(listener as Listener);
    return () => void listeners[event].delete(listener as Listener);
  },
  importDropped: (files, session) =>
    // A File that a script made up has no path: what is dropped by a person does.
    ipcRenderer.invoke(
      channels.dropped,
      files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
      session,
    ),
};

denyPickers();
contextBridge.exposeInMainWorld('desktop', bridge);
