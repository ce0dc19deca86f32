print("slcheck")
