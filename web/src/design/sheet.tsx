import type { ReactNode } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog over the page; on a phone it comes from the bottom, under the thumb. The focus returns where it was. */
export default function Sheet({ title, children, onClose }: SheetProps) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())} className={styles.veil}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Pressable className={styles.close} aria-label="Fermer" onPress={onClose}>
              <span aria-hidden="true">×</span>
            </Pressable>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
