// Package find recognises the exports of Facebook, Instagram and Threads inside an archive by the names of
// their files, in any spelling. The rules for all of them stand together because one yields to another.
package find
