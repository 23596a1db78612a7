var viewer = 1
