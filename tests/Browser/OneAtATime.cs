// A page in a browser keeps more than one core busy: two at a time on a small machine take longer than one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
