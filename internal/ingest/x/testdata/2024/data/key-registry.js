window.YTD.key_registry.part0 = [
  { "keyRegistryData" : { "userId" : "9001", "registeredDevices" : { "deviceMetadataList" : [ { "userAgent" : "TwitterAndroid/10", "registrationToken" : "SECRET-FOUR", "identityKey" : "SECRET-FIVE", "createdAt" : "2024-02-19T18:10:47.373Z", "deviceId" : "d1" } ] }, "deregisteredDevices" : { "deRegisteredDeviceMetadataList" : [ { "userAgent" : "TwitterAndroid/9", "createdAt" : "2023-02-19T18:10:47.373Z" } ] } } }
]
