window.YTD.ni_devices.part0 = [
  { "niDeviceResponse" : { "pushDevice" : { "deviceVersion" : "11.32", "udid" : "SECRET-TWO", "deviceType" : "Twitter for iOS", "token" : "SECRET-THREE", "updatedDate" : "2025.02.20", "createdDate" : "2023.11.04" } } },
  { "niDeviceResponse" : { "messagingDevice" : { "phoneNumber" : "+15550101", "carrier" : "hivetel", "deviceType" : "Full", "createdDate" : "2021.10.20" } } }
]
