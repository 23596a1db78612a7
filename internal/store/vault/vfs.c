//go:build unix

/* A layer between SQLite and the system's files that encrypts everything SQLite writes: database, write-ahead
   log, journals, temporary files. Only the shared memory of the log passes as it is; it holds page numbers.

   Files are arrays of sectors, each encrypted by itself with its number, so that pages stay where they are and
   SQLite keeps all its promises about crashes. Writes that do not end on a sector read its other part first. A
   sector of zeros is a hole and reads as zeros. */

#include "vfs.h"
#include "_cgo_export.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  SECTOR = 512,
  HEADER = 4096, /* vault.go: headerSize */
  OK = 0, NOMEM = 7, SHORT_READ = 10 | 2 << 8, NOTFOUND = 12,
  FCNTL_SIZE_HINT = 5, FCNTL_CHUNK_SIZE = 6, FCNTL_MMAP_SIZE = 18,
  OPEN_MAIN_DB = 0x100, OPEN_MAIN_JOURNAL = 0x800, OPEN_WAL = 0x80000
};

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* lies behind this structure */
  int key;
  sqlite3_int64 header;       /* bytes before the first sector */
  unsigned long long first;   /* number of the first sector: kinds of files do not share numbers */
} File;

typedef struct {
  sqlite3_vfs *real;
  int key;
  char name[40];
} App;

/* A sector that two frames of the log share is never read while it is written again. */
static pthread_rwlock_t border = PTHREAD_RWLOCK_INITIALIZER;

static void crypt(File *f, int decrypt, sqlite3_int64 at, unsigned char *buf, int n) {
  unsigned long long sector = f->first + at / SECTOR;
  vaultCrypt(f->key, decrypt, sector, buf, n);
}

/* readSectors fills buf, which is whole sectors, and decrypts what is there. */
static int readSectors(File *f, unsigned char *buf, int n, sqlite3_int64 at) {
  int rc = f->real->pMethods->xRead(f->real, buf, n, at + f->header);
  if (rc == OK || rc == SHORT_READ) crypt(f, 1, at, buf, n);
  return rc;
}

static int xRead(sqlite3_file *file, void *out, int n, sqlite3_int64 at) {
  File *f = (File *)file;
  sqlite3_int64 from = at / SECTOR * SECTOR, to = (at + n + SECTOR - 1) / SECTOR * SECTOR;
  unsigned char *buf = malloc(to - from);
  if (!buf) return NOMEM;
  pthread_rwlock_rdlock(&border);
  int rc = readSectors(f, buf, to - from, from);
  pthread_rwlock_unlock(&border);
  if (rc == SHORT_READ) {
    sqlite3_int64 size = 0;
    if (f->real->pMethods->xFileSize(f->real, &size) == OK && size - f->header >= at + n) rc = OK;
  }
  if (rc == OK || rc == SHORT_READ) memcpy(out, buf + (at - from), n);
  free(buf);
  return rc;
}

static int xWrite(sqlite3_file *file, const void *in, int n, sqlite3_int64 at) {
  File *f = (File *)file;
  sqlite3_int64 from = at / SECTOR * SECTOR, to = (at + n + SECTOR - 1) / SECTOR * SECTOR;
  int rc = OK;
  unsigned char *buf = malloc(to - from);
  if (!buf) return NOMEM;
  pthread_rwlock_wrlock(&border);
  if (from < at) rc = readSectors(f, buf, SECTOR, from);
  if ((rc == OK || rc == SHORT_READ) && at + n < to && (to - SECTOR > from || from == at))
    rc = readSectors(f, buf + (to - from - SECTOR), SECTOR, to - SECTOR);
  if (rc == OK || rc == SHORT_READ) {
    memcpy(buf + (at - from), in, n);
    crypt(f, 0, from, buf, to - from);
    rc = f->real->pMethods->xWrite(f->real, buf, to - from, from + f->header);
  }
  pthread_rwlock_unlock(&border);
  free(buf);
  return rc;
}

static int xTruncate(sqlite3_file *file, sqlite3_int64 size) {
  File *f = (File *)file;
  return f->real->pMethods->xTruncate(f->real, (size + SECTOR - 1) / SECTOR * SECTOR + f->header);
}

static int xFileSize(sqlite3_file *file, sqlite3_int64 *size) {
  File *f = (File *)file;
  int rc = f->real->pMethods->xFileSize(f->real, size);
  *size = *size > f->header ? *size - f->header : 0;
  return rc;
}

static int xFileControl(sqlite3_file *file, int op, void *arg) {
  File *f = (File *)file;
  switch (op) {
  case FCNTL_SIZE_HINT: /* would count without the header */
  case FCNTL_CHUNK_SIZE:
    return OK;
  case FCNTL_MMAP_SIZE: /* mapped pages would bypass decryption */
    *(sqlite3_int64 *)arg = 0;
    return OK;
  }
  return f->real->pMethods->xFileControl(f->real, op, arg);
}

#define REAL(f) (((File *)(f))->real)
static int xClose(sqlite3_file *f) { return REAL(f)->pMethods->xClose(REAL(f)); }
static int xSync(sqlite3_file *f, int flags) { return REAL(f)->pMethods->xSync(REAL(f), flags); }
static int xLock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xLock(REAL(f), level); }
static int xUnlock(sqlite3_file *f, int level) { return REAL(f)->pMethods->xUnlock(REAL(f), level); }
static int xCheckReservedLock(sqlite3_file *f, int *out) { return REAL(f)->pMethods->xCheckReservedLock(REAL(f), out); }
static int xSectorSize(sqlite3_file *f) { return HEADER; }
/* None of the promises: a write that ends inside a sector writes its neighbours again. */
static int xDeviceCharacteristics(sqlite3_file *f) { return 0; }
static int xShmMap(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
  return REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, out);
}
static int xShmLock(sqlite3_file *f, int at, int n, int flags) { return REAL(f)->pMethods->xShmLock(REAL(f), at, n, flags); }
static void xShmBarrier(sqlite3_file *f) { REAL(f)->pMethods->xShmBarrier(REAL(f)); }
static int xShmUnmap(sqlite3_file *f, int del) { return REAL(f)->pMethods->xShmUnmap(REAL(f), del); }
static int xFetch(sqlite3_file *f, sqlite3_int64 at, int n, void **out) { *out = 0; return OK; }
static int xUnfetch(sqlite3_file *f, sqlite3_int64 at, void *p) { return OK; }

static const sqlite3_io_methods methods = {
  3, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock, xCheckReservedLock, xFileControl, xSectorSize,
  xDeviceCharacteristics, xShmMap, xShmLock, xShmBarrier, xShmUnmap, xFetch, xUnfetch
};

#define APP(v) ((App *)(v)->pAppData)

static int xOpen(sqlite3_vfs *v, const char *name, sqlite3_file *file, int flags, int *out) {
  File *f = (File *)file;
  memset(f, 0, sizeof *f);
  f->real = (sqlite3_file *)(f + 1);
  f->key = APP(v)->key;
  f->header = flags & OPEN_MAIN_DB ? HEADER : 0;
  if (flags & OPEN_WAL) {
    f->first = 1ULL << 56;
  } else if (flags & OPEN_MAIN_JOURNAL) {
    f->first = 2ULL << 56;
  } else if (!(flags & OPEN_MAIN_DB)) { /* files that nobody opens again have numbers of their own */
    unsigned long long salt = 0;
    APP(v)->real->xRandomness(APP(v)->real, 6, (char *)&salt);
    f->first = 3ULL << 56 | salt;
  }
  int rc = APP(v)->real->xOpen(APP(v)->real, name, f->real, flags, out);
  if (f->real->pMethods) f->base.pMethods = &methods;
  return rc;
}

static int xDelete(sqlite3_vfs *v, const char *name, int sync) { return APP(v)->real->xDelete(APP(v)->real, name, sync); }
static int xAccess(sqlite3_vfs *v, const char *name, int flags, int *out) { return APP(v)->real->xAccess(APP(v)->real, name, flags, out); }
static int xFullPathname(sqlite3_vfs *v, const char *name, int n, char *out) { return APP(v)->real->xFullPathname(APP(v)->real, name, n, out); }
static int xRandomness(sqlite3_vfs *v, int n, char *out) { return APP(v)->real->xRandomness(APP(v)->real, n, out); }
static int xSleep(sqlite3_vfs *v, int us) { return APP(v)->real->xSleep(APP(v)->real, us); }
static int xCurrentTime(sqlite3_vfs *v, double *out) { return APP(v)->real->xCurrentTime(APP(v)->real, out); }
static int xGetLastError(sqlite3_vfs *v, int n, char *out) { return APP(v)->real->xGetLastError(APP(v)->real, n, out); }
static int xCurrentTimeInt64(sqlite3_vfs *v, sqlite3_int64 *out) { return APP(v)->real->xCurrentTimeInt64(APP(v)->real, out); }

sqlite3_vfs *vault_register(int key) {
  sqlite3_vfs *real = sqlite3_vfs_find(0);
  sqlite3_vfs *v = calloc(1, sizeof *v);
  App *app = calloc(1, sizeof *app);
  if (!real || !v || !app) {
    free(v);
    free(app);
    return 0;
  }
  app->real = real;
  app->key = key;
  snprintf(app->name, sizeof app->name, "footprint-%d", key);
  *v = (sqlite3_vfs){
    .iVersion = 2, .szOsFile = sizeof(File) + real->szOsFile, .mxPathname = real->mxPathname, .zName = app->name, .pAppData = app,
    .xOpen = xOpen, .xDelete = xDelete, .xAccess = xAccess, .xFullPathname = xFullPathname, .xRandomness = xRandomness, .xSleep = xSleep,
    .xCurrentTime = xCurrentTime, .xGetLastError = xGetLastError, .xCurrentTimeInt64 = xCurrentTimeInt64,
  };
  sqlite3_vfs_register(v, 0);
  return v;
}

void vault_unregister(sqlite3_vfs *v) {
  sqlite3_vfs_unregister(v);
  free(v->pAppData);
  free(v);
}
