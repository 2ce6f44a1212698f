//! A job object of Windows around a child: the kernel caps its memory and time, and ends it with its parent.
//!
//! The one place where `unsafe` is excepted: the calls of the system take raw pointers. Refuses to know: the child.
#![allow(unsafe_code, reason = "the calls of the system for job objects take raw pointers")]

use std::ffi::c_void;
use std::io::{Error, Result};
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::process::Child;
use std::ptr::null;

use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION,
    JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE, JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOB_OBJECT_LIMIT_PROCESS_TIME,
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JobObjectExtendedLimitInformation, SetInformationJobObject,
};

use crate::caps::{MEMORY, PROCESSOR};

/// A job with one child in it; the child ends at the latest when this is let go.
pub struct Job(OwnedHandle);

impl Job {
    /// Puts a child into a job of its own, with the caps.
    pub fn around(child: &Child) -> Result<Self> {
        // SAFETY: no name and no security attributes are asked for; both may be null.
        let job = unsafe { CreateJobObjectW(null(), null()) };
        if job.is_null() {
            return Err(Error::last_os_error());
        }
        // SAFETY: the handle was just made, is not null, and nobody else has it.
        let job = Self(unsafe { OwnedHandle::from_raw_handle(job) });
        job.cap()?;
        // SAFETY: both handles are open as long as their owners are borrowed here.
        done(unsafe { AssignProcessToJobObject(job.0.as_raw_handle(), child.as_raw_handle()) })?;
        Ok(job)
    }

    fn cap(&self) -> Result<()> {
        let mut limits = JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default();
        limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
            | JOB_OBJECT_LIMIT_PROCESS_MEMORY
            | JOB_OBJECT_LIMIT_PROCESS_TIME
            | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
        // Counted in steps of 100 nanoseconds.
        limits.BasicLimitInformation.PerProcessUserTimeLimit =
            i64::try_from(PROCESSOR).unwrap_or(i64::MAX).saturating_mul(10_000_000);
        limits.ProcessMemoryLimit = usize::try_from(MEMORY).unwrap_or(usize::MAX);
        let length = u32::try_from(size_of_val(&limits)).unwrap_or(u32::MAX);
        let limits: *const c_void = (&raw const limits).cast();
        // SAFETY: the pointer is to a whole structure of the kind and the length that are named, alive for the call.
        done(unsafe {
            SetInformationJobObject(self.0.as_raw_handle(), JobObjectExtendedLimitInformation, limits, length)
        })
    }
}

fn done(answer: i32) -> Result<()> {
    if answer == 0 { Err(Error::last_os_error()) } else { Ok(()) }
}
