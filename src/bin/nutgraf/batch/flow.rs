//! Work that flows: read by one thread, done by several, taken in the order in which it was read.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// So many items at most are read and not yet taken.
const WINDOW_ITEMS: usize = 1024;

/// So many bytes at most are read and not yet taken, but always one item. A report is up to thirty times as long as its article,
/// and those of a whole window wait behind an article that takes a minute.
const WINDOW_BYTES: usize = 4_000_000;

/// What the taker waits for, in order.
enum Next<R> {
    /// The place where a result will be, and the bytes of what it is made from.
    Result(Receiver<R>, usize),
    /// Nothing more.
    End,
    /// Nothing more could be read.
    Fault(String),
}

/// Reads items with `read`, which says how many bytes each holds, does `work` on them on `threads` threads and gives the
/// results to `take`, in order, as soon as each is there.
///
/// Memory is bounded by [`WINDOW_BYTES`] of items and what is made of them. Threads end with the program if `take` fails while
/// one of them waits for input.
///
/// # Errors
/// The first of `read` or `take`. What was read before `read` failed has been taken.
pub fn in_order<T, R>(
    threads: usize,
    mut read: impl FnMut() -> Result<Option<(T, usize)>, String> + Send + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    mut take: impl FnMut(R) -> Result<(), String>,
) -> Result<(), String>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let (ask, asked) = mpsc::channel::<(T, SyncSender<R>)>();
    let (asked, work) = (Arc::new(Mutex::new(asked)), Arc::new(work));
    for _ in 0..threads {
        let (asked, work) = (Arc::clone(&asked), Arc::clone(&work));
        thread::spawn(move || {
            loop {
                let item = unpoisoned(asked.lock()).recv();
                let Ok((item, place)) = item else { break };
                // Nobody waits any more if `take` has failed.
                let _ = place.send(work(item));
            }
        });
    }
    let window = Arc::new(Window::default());
    let (queue, queued) = mpsc::sync_channel(WINDOW_ITEMS);
    let entrance = Arc::clone(&window);
    thread::spawn(move || {
        loop {
            let (item, bytes) = match read() {
                Ok(Some(next)) => next,
                Ok(None) => break queue.send(Next::End),
                Err(fault) => break queue.send(Next::Fault(fault)),
            };
            entrance.enter(bytes);
            let (place, result) = mpsc::sync_channel(1);
            let sent = queue.send(Next::Result(result, bytes));
            if sent.is_err() || ask.send((item, place)).is_err() {
                break sent;
            }
        }
    });
    loop {
        match queued.recv() {
            Ok(Next::Result(result, bytes)) => {
                let result = result.recv().map_err(|_| "a thread broke down")?;
                take(result)?;
                window.leave(bytes);
            }
            Ok(Next::End) => return Ok(()),
            Ok(Next::Fault(fault)) => return Err(fault),
            Err(_) => return Err("the reading thread broke down".to_owned()),
        }
    }
}

/// The bytes under way.
#[derive(Default)]
struct Window {
    bytes: Mutex<usize>,
    changed: Condvar,
}

impl Window {
    /// Waits until there is room, or nothing else is under way.
    fn enter(&self, bytes: usize) {
        let held = unpoisoned(self.bytes.lock());
        let full = |held: &mut usize| *held > 0 && *held + bytes > WINDOW_BYTES;
        *unpoisoned(self.changed.wait_while(held, full)) += bytes;
    }

    fn leave(&self, bytes: usize) {
        *unpoisoned(self.bytes.lock()) -= bytes;
        self.changed.notify_one();
    }
}

/// What a lock guards stays whole if a thread breaks down: each change is a single step.
fn unpoisoned<T>(lock: Result<T, PoisonError<T>>) -> T {
    lock.unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

    use super::*;

    /// Numbers from 0 on, `bytes` each; a fault after `count` of them, if asked for.
    fn numbers(
        count: usize,
        bytes: usize,
        fault: Option<&'static str>,
    ) -> impl FnMut() -> Result<Option<(usize, usize)>, String> {
        let mut all = 0..count;
        move || match (all.next(), fault) {
            (Some(n), _) => Ok(Some((n, bytes))),
            (None, Some(fault)) => Err(fault.to_owned()),
            (None, None) => Ok(None),
        }
    }

    #[test]
    fn results_come_in_order_whoever_is_done_first() {
        let mut taken = Vec::new();
        let slow_at_times =
            |n: usize| (0..(n * 7919) % 40_000).fold(n, |n, i| n ^ (i & 1) ^ (i & 1));
        let done = in_order(4, numbers(5000, 1, None), slow_at_times, |n| {
            taken.push(n);
            Ok(())
        });
        assert_eq!(done, Ok(()));
        assert!(taken.iter().copied().eq(0..5000));
    }

    #[test]
    fn what_was_read_before_a_fault_is_taken() {
        let mut taken = 0;
        let done = in_order(
            2,
            numbers(10, 1, Some("cut short")),
            |n| n,
            |_| {
                taken += 1;
                Ok(())
            },
        );
        assert_eq!((done, taken), (Err("cut short".to_owned()), 10));
    }

    #[test]
    fn the_first_fault_of_the_taker_ends_it() {
        let take = |n| match n {
            3 => Err("full".to_owned()),
            _ => Ok(()),
        };
        let done = in_order(2, numbers(usize::MAX, 1, None), |n| n, take);
        assert_eq!(done, Err("full".to_owned()));
    }

    #[test]
    fn a_broken_thread_is_an_error_and_not_an_end() {
        let broken = |n: usize| assert!(n != 5, "asked for");
        let done = in_order(1, numbers(10, 1, None), broken, |()| Ok(()));
        assert_eq!(done, Err("a thread broke down".to_owned()));
    }

    #[test]
    fn no_more_is_read_than_the_window_holds() {
        static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);
        let item = WINDOW_BYTES / 4;
        let mut next = numbers(100, item, None);
        let read = move || {
            let next = next()?;
            // One is read and waits before the window.
            assert!(UNDER_WAY.fetch_add(1, SeqCst) <= 4);
            Ok(next)
        };
        let done = in_order(
            2,
            read,
            |n| n,
            |_| {
                UNDER_WAY.fetch_sub(1, SeqCst);
                Ok(())
            },
        );
        assert_eq!(done, Ok(()));
        // And an item larger than the window passes alone.
        assert_eq!(
            in_order(2, numbers(3, 2 * WINDOW_BYTES, None), |n| n, |_| Ok(())),
            Ok(())
        );
    }
}
