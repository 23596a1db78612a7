window.YTD.sso.part0 = [ { "singleSignOnMetaValues" : { "ssoId" : "1", "ssoEmail" : "odalys.sso@example.org", "associationMethodType" : "Login", "createdAt" : "2021-12-04T17:46:09.002Z" } } ]
