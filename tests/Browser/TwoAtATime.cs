// A page in a browser keeps more than one core busy, and often neither: two at a time, however many cores there are.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
